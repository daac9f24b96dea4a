package io.carat.projection.testing;

import io.carat.core.LedgerTypes;
import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.eventstore.PostgresEventStorageEngine;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.projection.ledger.LedgerProjection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The ledger's projection as it runs in the server: an event store, a processor, and a token in the same database. */
public final class LiveProcessor implements AutoCloseable {

    private static final int BATCH_EVENTS = 100;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final AtomicInteger failures = new AtomicInteger();
    private final PostgresEventStorageEngine engine;
    private final LedgerEventStore store;
    private final PooledStreamingEventProcessor processor;

    public LiveProcessor(DataSource dataSource) {
        engine = new PostgresEventStorageEngine(dataSource, LedgerTypes.eventSerializer());
        store = LedgerEventStore.on(engine);
        var tokens = JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
                .serializer(StableNameSerializer.general(LedgerTypes.names()))
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .contentType(byte[].class)
                .build();
        processor = PooledStreamingEventProcessor.builder()
                .name(LedgerProjection.PROCESSOR)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new LedgerProjection(dataSource))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(failure -> {
                    failures.incrementAndGet();
                    PropagatingErrorHandler.instance().handleError(failure);
                })
                .messageSource(store)
                .tokenStore(tokens)
                .transactionManager(new SpringTransactions(new JdbcTransactionManager(dataSource)))
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .batchSize(BATCH_EVENTS)
                .initialToken(source -> source.createTailToken())
                .build();
    }

    public LedgerEventStore store() {
        return store;
    }

    public void append(List<Recorded> events) {
        for (Recorded recorded : events) {
            engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                    "Test", recorded.event().streamId(), recorded.sequence(), recorded.event())));
        }
    }

    public void start() {
        processor.start();
    }

    /** How many batches have failed so far. */
    public int failures() {
        return failures.get();
    }

    /** Replays everything, as the rebuild of a read model does. */
    public void rebuild() {
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.shutdown();
        engine.close();
    }
}
