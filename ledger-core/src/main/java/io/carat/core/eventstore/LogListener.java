package io.carat.core.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the database, on a connection of its own, how far other nodes have brought the log. What it misses while it
 * has no connection, the polling of {@link LogTail} finds.
 */
final class LogListener implements AutoCloseable {

    /** Where a trigger of event_log_head tells how far the log reaches. */
    private static final String CHANNEL = "carat_log";

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private static final int WAIT_MILLIS = 10_000;

    private static final Logger log = LoggerFactory.getLogger(LogListener.class);

    private final DataSource dataSource;
    private final LongConsumer reached;
    private @Nullable Connection connection;
    private boolean started;
    private boolean closed;

    LogListener(DataSource dataSource, LongConsumer reached) {
        this.dataSource = dataSource;
        this.reached = reached;
    }

    /** Starts to listen, once. */
    synchronized void start() {
        if (!started && !closed) {
            started = true;
            Thread.ofVirtual().name("event-log-listener").start(this::run);
        }
    }

    private void run() {
        try {
            while (!isClosed()) {
                if (!tryListen()) {
                    Thread.sleep(PAUSE_AFTER_FAILURE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryListen() {
        try (Connection opened = dataSource.getConnection()) {
            try {
                if (keep(opened)) {
                    listen(opened);
                }
            } finally {
                unlisten(opened);
            }
            return true;
        } catch (SQLException e) {
            if (!isClosed()) {
                log.warn("No word of other nodes' appends for now, they are found by polling: {}", e.getMessage());
            }
            return false;
        }
    }

    private void listen(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        PGConnection postgres = opened.unwrap(PGConnection.class);
        while (!isClosed()) {
            PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
            // they come in commit order, so the last one reaches furthest
            if (heard != null && heard.length > 0) {
                reached.accept(Long.parseLong(heard[heard.length - 1].getParameter()));
            }
        }
    }

    // Through the pool's own view of the connection, so that it notices a broken one and does not hand it out again.
    private static void unlisten(Connection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute("UNLISTEN *");
        }
    }

    private synchronized boolean keep(Connection opened) {
        connection = opened;
        return !closed;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Stops listening, in the middle of a wait too. */
    @Override
    public synchronized void close() {
        closed = true;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("The listening connection could not be aborted", e);
            }
        }
    }
}
