package io.carat.ops.crash;

import io.carat.ops.client.CaratFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's program, unpacked, since it starts sooner than from a jar of jars.
 *
 * @param jar the jar beside its folder of libraries
 */
record ServerProgram(Path jar) {

    /** Two nodes beside PostgreSQL and other work on a small machine. */
    private static final String HEAP = "-Xmx768m";

    /** So often that there are heads just before and after each kill. */
    private static final String SIGN_EVERY = "500ms";

    /** Unpacks the jar into the folder, unless it lies beside its libraries already. */
    static ServerProgram of(Path jar, Path folder) {
        if (!Files.isRegularFile(jar)) {
            throw new CaratFailure("There is no server at " + jar + ". Run this by ./carat crash, which builds one.");
        }
        if (Files.isDirectory(jar.resolveSibling("lib"))) {
            return new ServerProgram(jar);
        }
        unpack(jar, folder);
        return new ServerProgram(folder.resolve(jar.getFileName()));
    }

    private static void unpack(Path jar, Path folder) {
        List<String> command = List.of(
                java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", "" + folder);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new CaratFailure("The server " + jar + " cannot be unpacked into " + folder + ".");
            }
        } catch (IOException e) {
            throw new CaratFailure("The server " + jar + " cannot be unpacked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaratFailure("Interrupted while the server was unpacked.", e);
        }
    }

    /** The command line that runs a node; it is tuned to be back soon, not for throughput. */
    List<String> command(String node, Path data) {
        List<String> command = new ArrayList<>(List.of(java(), HEAP, "-XX:TieredStopAtLevel=1"));
        Path archive = jar.resolveSibling("carat.jsa");
        if (Files.exists(archive)) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:aot=off"));
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Ddisable-axoniq-console-message=true",
                "-jar",
                jar.toString(),
                "--server.port=0",
                "--carat.node-id=" + node,
                "--carat.data=" + data,
                "--carat.chain.sign-every=" + SIGN_EVERY,
                "--logging.file.name=" + data.resolve("server.log"),
                "--logging.threshold.console=off"));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
