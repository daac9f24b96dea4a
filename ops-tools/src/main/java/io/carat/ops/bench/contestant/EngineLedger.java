package io.carat.ops.bench.contestant;

import com.zaxxer.hikari.HikariDataSource;
import io.carat.core.LedgerAssembly;
import io.carat.core.LedgerTypes;
import io.carat.core.decision.Outcome;
import io.carat.core.eventstore.EventStoreConnections;
import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.eventstore.LedgerRepositories;
import io.carat.core.eventstore.PostgresEventStorageEngine;
import io.carat.ops.bench.host.Target;
import org.flywaydb.core.Flyway;

/** Carat's own event store, wired as the server does it, without HTTP, projections and sagas. */
final class EngineLedger implements Ledger {

    /** As the server's {@code carat.event-store.pool-size}. */
    private static final int POOL_SIZE = 10;

    private final HikariDataSource reading;
    private final HikariDataSource writing;
    private final PostgresEventStorageEngine engine;
    private final LedgerEventStore store;
    private final CommandRouter router;

    private EngineLedger(HikariDataSource reading, HikariDataSource writing) {
        this.reading = reading;
        this.writing = writing;
        this.engine = new PostgresEventStorageEngine(
                new EventStoreConnections(reading, writing), LedgerTypes.eventSerializer());
        this.store = LedgerEventStore.on(engine);
        this.router = new CommandRouter(new LedgerRepositories(store, LedgerAssembly.AGGREGATES));
    }

    /** Makes what is missing of the schema and opens the ledger. */
    static EngineLedger open(Target target) {
        Flyway.configure()
                .dataSource(target.jdbcUrl(), target.username(), target.password())
                .load()
                .migrate();
        return new EngineLedger(
                Pools.ofEventStore(target, POOL_SIZE), Pools.ofEventStore(target, EventStoreConnections.WRITING_SIZE));
    }

    @Override
    public Outcome send(Object command) {
        return router.send(command);
    }

    @Override
    public long position() {
        return store.headPosition();
    }

    @Override
    public void close() {
        router.close();
        engine.close();
        writing.close();
        reading.close();
    }
}
