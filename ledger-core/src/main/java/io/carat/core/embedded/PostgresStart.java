package io.carat.core.embedded;

import io.carat.core.host.OneLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Starts the postmaster on a cluster and waits until it accepts connections. */
record PostgresStart(PostgresPrograms programs, Path pgdata, PostgresLog log) {

    /** Long, since a start after a crash replays what was written since the last checkpoint. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static final int PORT_ATTEMPTS = 3;

    /**
     * Starts it, again when another program takes the port at that moment.
     *
     * @param wanted the loopback port, 0 for any free one
     * @return the port it listens on
     */
    int on(int wanted, Map<String, String> settings) {
        for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
            int port = wanted == 0 ? freePort() : wanted;
            if (programs.start(pgdata, DurableSettings.options(port, settings), TIMEOUT)) {
                return port;
            }
            if (!log.says("Address already in use")) {
                break;
            }
        }
        throw new PostgresRefused("PostgreSQL does not start in " + pgdata + " (" + OneLine.of(log.lastComplaint())
                + "); see " + log.file());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PostgresRefused("there is no free loopback port for PostgreSQL (" + OneLine.of(e) + ")", e);
        }
    }
}
