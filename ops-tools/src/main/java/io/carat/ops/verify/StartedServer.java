package io.carat.ops.verify;

import io.carat.core.embedded.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that is stopped when it is closed, also by Ctrl-C; then the data directory is free again. */
final class StartedServer implements AutoCloseable {

    private final DataDirectoryLock lock;
    private final Thread onInterrupt = new Thread(this::stop, "stop-postgres");
    private @Nullable PostgresServer server;

    StartedServer(DataDirectoryLock lock) {
        this.lock = lock;
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    PostgresServer start(Path data) {
        PostgresServer started = PostgresServer.start(data, 0, Map.of());
        server = started;
        return started;
    }

    private void stop() {
        if (server != null) {
            server.close();
        }
        lock.close();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
            stop();
        } catch (IllegalStateException e) {
            return; // the JVM is going down, and the hook does it
        }
    }
}
