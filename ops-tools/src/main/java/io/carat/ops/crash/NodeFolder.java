package io.carat.ops.crash;

import io.carat.ops.client.AccessSettings;
import io.carat.ops.client.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a server says of itself by files.
 *
 * @param data its data directory
 */
record NodeFolder(Path data) {

    /** What it has printed, starts that failed included. */
    Path output() {
        return data.resolve("server.out");
    }

    private Path port() {
        return data.resolve("server.port");
    }

    /** Takes away where a killed server could be reached, which it has left behind. */
    void forgetAddress() throws IOException {
        Files.deleteIfExists(port());
    }

    /** Whether a server has said where it can be reached. */
    boolean hasAddress() {
        return Files.exists(port());
    }

    /** Where it can be reached; at no port while it has not said it to the end. */
    URI address() {
        try {
            String port = Files.readString(port()).strip();
            return URI.create("http://localhost:" + (port.isEmpty() ? "0" : port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token, which the first node of a database leaves there. */
    String token(Role role) {
        Map<String, String> settings = Map.of("CARAT_DATA", data.toString());
        return new AccessSettings(settings).access(role).token();
    }
}
