package io.carat.core.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The system's tar, several times faster than unpacking in a cold JVM, where it and xz are installed. */
final class SystemTar {

    private SystemTar() {}

    /** Whether the archive was unpacked; if not, the folder may hold a part of it. */
    static boolean extract(byte[] archive, Path folder) {
        ProcessBuilder builder = new ProcessBuilder("tar", "--no-same-owner", "-xJf", "-", "-C", folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process tar = builder.start();
            try (OutputStream input = tar.getOutputStream()) {
                input.write(archive);
            }
            return tar.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
