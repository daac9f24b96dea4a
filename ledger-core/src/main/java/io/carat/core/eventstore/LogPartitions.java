package io.carat.core.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes partitions of the log long before positions reach them. */
final class LogPartitions {

    /** Positions that always have a partition, beyond the end of the log: minutes of appends at full speed. */
    static final long AHEAD = 4_000_000;

    private static final Logger log = LoggerFactory.getLogger(LogPartitions.class);

    private final DataSource dataSource;
    private final AtomicLong ensured = new AtomicLong();

    LogPartitions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Hears that the log has reached a position. Whatever has to be made is made by another thread. */
    void reached(long position) {
        long before = ensured.get();
        long wanted = position + AHEAD;
        // half of what lies ahead may be used up before anything is done
        if (wanted - before > AHEAD / 2 && ensured.compareAndSet(before, wanted)) {
            Thread.ofVirtual().name("log-partitions").start(() -> ensure(before, wanted));
        }
    }

    private void ensure(long before, long wanted) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT ensure_event_partitions(?)")) {
            statement.setLong(1, wanted);
            statement.execute();
        } catch (SQLException e) {
            ensured.set(before);
            log.warn("Partitions of the event log up to {} could not be made, trying again soon", wanted, e);
        }
    }
}
