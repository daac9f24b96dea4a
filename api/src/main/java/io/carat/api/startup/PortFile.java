package io.carat.api.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the command line the HTTP port of the running server: {@code server.port} in the data directory. */
@Component
class PortFile implements AutoCloseable {

    private final Path file;

    PortFile(DataDirectory data) {
        this.file = data.path().resolve("server.port");
    }

    @EventListener
    void write(WebServerInitializedEvent started) {
        boolean management = started.getApplicationContext().getServerNamespace() != null;
        if (management) {
            return;
        }
        try {
            Files.writeString(file, started.getWebServer().getPort() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
