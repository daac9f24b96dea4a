package io.carat.api.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.carat.core.eventstore.EventStoreConnections;
import io.carat.core.eventstore.EventStoreSession;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The event store's own connections. If it shared the application's, processors that hold one while they wait for a
 * command could leave none for the command. Not a {@link DataSource} itself, so that nobody else takes it for one.
 */
final class EventStorePool implements AutoCloseable {

    private final HikariDataSource reading;
    private final HikariDataSource writing;

    private EventStorePool(HikariDataSource reading, HikariDataSource writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /**
     * Opens pools to the database of another one.
     *
     * @throws IllegalStateException if the other one is not a Hikari pool
     */
    static EventStorePool beside(DataSource application, EventStoreSettings settings) {
        HikariDataSource target = unwrap(application);
        return new EventStorePool(
                open(target, "event-store", settings.poolSize(), settings),
                open(target, "event-writer", EventStoreConnections.WRITING_SIZE, settings));
    }

    private static HikariDataSource open(HikariDataSource target, String name, int size, EventStoreSettings settings) {
        HikariConfig config = new HikariConfig();
        copyTarget(target, config);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(EventStoreSession.INIT_SQL);
        config.addDataSourceProperty("socketTimeout", EventStoreSession.SOCKET_TIMEOUT_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", true);
        return new HikariDataSource(config);
    }

    private static HikariDataSource unwrap(DataSource application) {
        try {
            return application.unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException("The event store opens its pool beside a Hikari pool", e);
        }
    }

    private static void copyTarget(HikariDataSource from, HikariConfig to) {
        to.setDataSource(from.getDataSource());
        to.setJdbcUrl(from.getJdbcUrl());
        to.setUsername(from.getUsername());
        to.setPassword(from.getPassword());
        to.setDataSourceProperties(from.getDataSourceProperties());
    }

    EventStoreConnections connections() {
        return new EventStoreConnections(reading, writing);
    }

    @Override
    public void close() {
        writing.close();
        reading.close();
    }
}
