package io.carat.ops.bench.contestant;

import com.zaxxer.hikari.HikariDataSource;
import io.carat.core.LedgerTypes;
import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.Outcome;
import io.carat.core.eventstore.PostgresConflicts;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.ops.bench.host.Target;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * The same handlers and events on Axon's own engine and repositories, with Axon's cache. One connection and one commit
 * per command: the connection belongs to the unit of work, which commits it.
 */
final class StockLedger implements Ledger, AggregateAccess {

    private final HikariDataSource pool;
    private final EmbeddedEventStore store;
    private final StockReferences references;
    private final Cache cache = new StockCache();
    private final LockFactory locks = PessimisticLockFactory.usingDefaults();
    private final Map<Class<?>, Repository<?>> repositories = new ConcurrentHashMap<>();
    private final CommandRouter router;

    private StockLedger(HikariDataSource pool) {
        this.pool = pool;
        this.store = EmbeddedEventStore.builder().storageEngine(engine(pool)).build();
        this.references = new StockReferences(store);
        this.router = new CommandRouter(this);
    }

    /** Makes Axon's tables in an empty database and opens the ledger. */
    static StockLedger open(Target target, int connections) {
        EventSchema schema = new EventSchema();
        Sql.with(target::connect, connection -> {
            PostgresEventTableFactory tables = PostgresEventTableFactory.INSTANCE;
            try (PreparedStatement events = tables.createDomainEventTable(connection, schema);
                    PreparedStatement snapshots = tables.createSnapshotEventTable(connection, schema)) {
                events.execute();
                return snapshots.execute();
            }
        });
        return new StockLedger(Pools.ofStockEngine(target, connections));
    }

    private static JdbcEventStorageEngine engine(HikariDataSource pool) {
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool));
        StableNameSerializer serializer = LedgerTypes.eventSerializer();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(new PostgresConflicts())
                .build();
    }

    @Override
    public Outcome send(Object command) {
        return router.send(command);
    }

    @Override
    public long position() {
        return Sql.number(pool, "SELECT coalesce(max(globalIndex), 0) FROM DomainEventEntry");
    }

    @Override
    @SuppressWarnings("unchecked") // each class is only ever put with its own repository
    public <A extends LedgerAggregate<?>> Aggregate<A> loadOrCreate(Class<A> type, String id) {
        Repository<A> repository = (Repository<A>) repositories.computeIfAbsent(type, missing -> repository(type));
        try {
            return repository.loadOrCreate(id, () -> NewAggregate.of(type));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(id + " could not be loaded", e);
        }
    }

    private <A extends LedgerAggregate<?>> Repository<A> repository(Class<A> type) {
        return EventSourcingRepository.builder(type)
                .eventStore(store)
                .lockFactory(locks)
                .cache(cache)
                .build();
    }

    /** Of the commands that are measured none asks for it. */
    @Override
    public void appendOnlyAfter(long position) {
        throw new UnsupportedOperationException("Axon's own store takes an append wherever the log ends");
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public <A extends LedgerAggregate<?>> Optional<A> reference(Class<A> type, String id) {
        return references.find(type, id);
    }

    @Override
    public void close() {
        router.close();
        store.shutDown();
        pool.close();
    }
}
