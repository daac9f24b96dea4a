package io.carat.ops.bench.contestant;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.carat.core.eventstore.EventStoreSession;
import io.carat.ops.bench.host.Target;

/** Connection pools. */
final class Pools {

    private Pools() {}

    /** As the server opens the event store's. */
    static HikariDataSource ofEventStore(Target target, int size) {
        HikariConfig config = config(target, "", size);
        config.setConnectionInitSql(EventStoreSession.INIT_SQL);
        return new HikariDataSource(config);
    }

    /** For Axon's JDBC engine: no autocommit, and inserts of one batch sent as one statement. */
    static HikariDataSource ofStockEngine(Target target, int size) {
        HikariConfig config = config(target, "?reWriteBatchedInserts=true", size);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    private static HikariConfig config(Target target, String parameters, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(target.jdbcUrl() + parameters);
        config.setUsername(target.username());
        config.setPassword(target.password());
        config.setMaximumPoolSize(size);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return config;
    }
}
