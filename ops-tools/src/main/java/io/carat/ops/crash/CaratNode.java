package io.carat.ops.crash;

import io.carat.core.embedded.PostgresServer;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One server process, in a data directory of its own, on the shared database. Used by one thread, asked by many. */
final class CaratNode {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private final String name;
    private final NodeFolder folder;
    private final ProcessBuilder program;
    private final ServerProbe probe;
    private volatile @Nullable Process process;
    private volatile @Nullable URI url;

    CaratNode(String name, Path data, ServerProgram program, PostgresServer database, ServerProbe probe) {
        this.name = name;
        this.folder = new NodeFolder(data);
        this.probe = probe;
        this.program = new ProcessBuilder(program.command(name, data))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.output().toFile()));
        this.program
                .environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL", database.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", database.username(),
                        "SPRING_DATASOURCE_PASSWORD", database.password()));
    }

    /** The name under which it claims processors. */
    String name() {
        return name;
    }

    /** Its data directory. */
    Path data() {
        return folder.data();
    }

    /** Where it takes requests; null while it does not. */
    @Nullable
    URI url() {
        return url;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @throws CaratFailure when it ends or is not ready in time
     */
    void start() {
        try {
            folder.forgetAddress();
            process = program.start();
        } catch (IOException e) {
            throw new CaratFailure("Node " + name + " cannot be started: " + e.getMessage(), e);
        }
        Await.until(READY_WITHIN, this::isReady, "node " + name + " is not ready; see " + folder.data());
        url = folder.address();
    }

    /**
     * Whether it takes requests now.
     *
     * @throws CaratFailure when it has ended
     */
    boolean isReady() {
        if (!isAlive()) {
            throw new CaratFailure("Node " + name + " ended by itself; see " + folder.output());
        }
        return folder.hasAddress() && probe.isReady(folder.address());
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** {@code kill -9}: returns once it is gone. */
    void kill() throws InterruptedException {
        url = null;
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** Asks it to stop, and kills it if it does not. */
    void stop() {
        url = null;
        Process running = process;
        try {
            if (running != null) {
                running.destroy();
                if (!running.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                    kill();
                }
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A token from its data directory, where the database's first node has left them. */
    String token(Role role) {
        return folder.token(role);
    }
}
