package io.carat.api.startup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.core.env.Environment;

/** The server's own port, looked at early so that a taken one costs no database start. */
final class HttpPort {

    private static final int DEFAULT = 8080;

    private HttpPort() {}

    /** Refuses to start when another process listens on {@code server.port}. */
    static void requireFree(Environment environment) {
        Integer port = environment.getProperty("server.port", Integer.class, DEFAULT);
        if (port <= 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartupRefused("port " + port + " is taken by another process; choose another with --port", e);
        }
    }
}
