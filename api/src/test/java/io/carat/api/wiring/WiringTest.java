package io.carat.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.carat.api.wiring.Jar.Fill;
import io.carat.core.eventstore.LedgerCommandBus;
import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.eventstore.PostgresConflicts;
import io.carat.core.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The traps of Axon 4.13 on Spring Boot 4, each closed (docs/architecture.md). */
class WiringTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static TestDatabase database;
    private static ConfigurableApplicationContext application;
    private static JdbcClient jdbc;
    private static CommandGateway commands;
    private static JarRows rows;
    private static JarSaga.Switch saga;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh().migrate();
        application = TrapApplication.start(database);
        jdbc = JdbcClient.create(database.dataSource());
        commands = application.getBean(CommandGateway.class);
        rows = application.getBean(JarRows.class);
        saga = application.getBean(JarSaga.Switch.class);
    }

    @AfterAll
    static void stop() {
        application.close();
        database.close();
    }

    private static void fill(String jarId, int amount) {
        commands.sendAndWait(new Fill(jarId, amount));
    }

    private static long number(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private static long tokenPosition(String processor) {
        return number("SELECT projection.token_position(token) FROM token_entry WHERE processor_name = ?", processor);
    }

    @Test
    void usesTheLedgersOwnStoreBusAndTransactions() {
        Configuration axon = application.getBean(Configuration.class);

        assertThat(application.getBean(EventBus.class)).isInstanceOf(LedgerEventStore.class);
        assertThat(application.getBean(EventStore.class)).isSameAs(axon.eventStore());
        assertThat(application.getBean(CommandBus.class))
                .isInstanceOf(LedgerCommandBus.class)
                .isSameAs(axon.commandBus());
        assertThat(application.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThat(axon.getComponent(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThat(application.getBean(PersistenceExceptionResolver.class)).isInstanceOf(PostgresConflicts.class);
    }

    @Test
    void leavesOutWhatAxonWouldAdd() {
        assertThat(application.getBeansOfType(HandlerEnhancerDefinition.class))
                .noneSatisfy(
                        (name, bean) -> assertThat(bean.getClass().getName()).contains("Timeout"));
        assertThat(application.containsBean("defaultAxonXStream")).isFalse();
        assertThat(application.containsBean("axonServerConfiguration")).isFalse();
        assertThat(application.getEnvironment().getProperty("axon.update-check.disabled"))
                .isEqualTo("true");
    }

    @Test
    void runsPooledProcessorsThatPropagateErrors() {
        EventProcessingConfiguration processing = application.getBean(EventProcessingConfiguration.class);

        assertThat(processing.eventProcessors())
                .containsKeys(JarRows.PROCESSOR, "JarSagaProcessor")
                .allSatisfy(
                        (name, processor) -> assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class));
        assertThat(processing.listenerInvocationErrorHandler(JarRows.PROCESSOR))
                .isSameAs(PropagatingErrorHandler.instance());
        assertThat(processing.listenerInvocationErrorHandler("JarSagaProcessor"))
                .isSameAs(PropagatingErrorHandler.instance());
        assertThat(application.getBean(ListenerInvocationErrorHandler.class))
                .isSameAs(PropagatingErrorHandler.instance());
    }

    @Test
    void rollsBackAFailedHandlersRowsWithItsTokenAndDeliversTheEventAgain() {
        rows.failOn("jar-fail");
        fill("jar-fail", 1);
        await().atMost(PATIENCE).until(() -> rows.deliveriesOf("jar-fail") >= 2);

        long position = number("SELECT position FROM domain_event WHERE stream_id = 'jar-fail'");
        assertThat(rows.rowsOf("jar-fail")).isZero();
        assertThat(tokenPosition(JarRows.PROCESSOR)).isLessThan(position);

        rows.succeedOn("jar-fail");
        await().atMost(PATIENCE).until(() -> rows.rowsOf("jar-fail") == 1);
        await().atMost(PATIENCE).until(() -> tokenPosition(JarRows.PROCESSOR) >= position);
        assertThat(rows.rowsOf("jar-fail")).isEqualTo(1);
    }

    @Test
    void replaysAResetProcessorOnANonEmptyStore() {
        fill("jar-replay", 1);
        await().atMost(PATIENCE).until(() -> rows.rowsOf("jar-replay") == 1);
        PooledStreamingEventProcessor processor = application
                .getBean(EventProcessingConfiguration.class)
                .eventProcessor(JarRows.PROCESSOR, PooledStreamingEventProcessor.class)
                .orElseThrow();

        processor.shutDown();
        processor.resetTokens();
        assertThat(rows.rowsOf("jar-replay")).isZero();
        assertThat(jdbc.sql("SELECT token_type FROM token_entry WHERE processor_name = ?")
                        .param(JarRows.PROCESSOR)
                        .query(String.class)
                        .single())
                .endsWith("ReplayToken");
        processor.start();

        await().atMost(PATIENCE).until(() -> rows.rowsOf("jar-replay") == 1);
    }

    @Test
    void surfacesAStreamThatExistsAlreadyAsAConflict() {
        fill("jar-taken", 1);

        assertThatThrownBy(() -> application
                        .getBean(LedgerEventStore.class)
                        .publish(
                                new GenericDomainEventMessage<>("jar", "jar-taken", 0, new Jar.Filled("jar-taken", 1))))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("jar-taken");
    }

    @Test
    void storesAndRestoresTheFieldsOfASaga() {
        fill("jar-saga", 4);
        await().atMost(PATIENCE).until(() -> sagaOf("jar-saga").contains("\"total\":4"));
        fill("jar-saga", 7);

        await().atMost(PATIENCE)
                .until(() ->
                        number("SELECT count(*) FROM domain_event WHERE stream_id = ?", JarSaga.LID + "jar-saga") == 1);
        assertThat(jdbc.sql("SELECT payload FROM domain_event WHERE stream_id = ?")
                        .param(JarSaga.LID + "jar-saga")
                        .query(String.class)
                        .single())
                .contains("\"amount\":11");
    }

    private static String sagaOf(String jarId) {
        return jdbc.sql("SELECT convert_from(serialized_saga, 'UTF8') FROM saga_entry"
                        + " WHERE saga_type = 'jar-saga.v1' AND saga_id IN"
                        + " (SELECT saga_id FROM saga_association WHERE association_value = ?)")
                .param(jarId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Test
    void deliversAnEventAgainToASagaThatFailedAndKeepsItsFieldsAsTheyWere() {
        fill("jar-stubborn", 1);
        await().atMost(PATIENCE).until(() -> sagaOf("jar-stubborn").contains("\"total\":1"));
        saga.failOn("jar-stubborn");
        fill("jar-stubborn", 2);
        await().atMost(PATIENCE).until(() -> saga.failuresOf("jar-stubborn") >= 2);
        assertThat(sagaOf("jar-stubborn")).contains("\"total\":1");

        saga.succeedOn("jar-stubborn");
        await().atMost(PATIENCE).until(() -> sagaOf("jar-stubborn").contains("\"total\":3"));
    }

    @Test
    void tellsEachEventWhichCommandCausedIt() {
        fill("jar-cause", 1);

        TrackedEventMessage<?> event = (TrackedEventMessage<?>) application
                .getBean(LedgerEventStore.class)
                .readEvents("jar-cause")
                .next();
        Map<String, Object> metadata = event.getMetaData();
        assertThat(metadata).containsKeys("correlationId", "traceId");
    }

    @Test
    void answersWithThePositionOnlyWhenTheEventIsStored() {
        var bus = application.getBean(LedgerCommandBus.class);
        var answer = new CompletableFuture<CommandResultMessage<?>>();
        bus.dispatch(
                GenericCommandMessage.asCommandMessage(new Fill("jar-position", 1)),
                (command, result) -> answer.complete(result));

        Object position = answer.join().getMetaData().get(LedgerCommandBus.POSITION);
        assertThat(position).isEqualTo(number("SELECT position FROM domain_event WHERE stream_id = 'jar-position'"));
    }

    @Test
    void countsCommandsAndTimesAppends() {
        MeterRegistry meters = application.getBean(MeterRegistry.class);
        long appends = meters.get("wallet_ledger_append").timer().count();
        fill("jar-metrics", 1);

        assertThat(meters.get("wallet_commands")
                        .tags("command", "Fill", "outcome", "answered", "code", "none")
                        .counter()
                        .count())
                .isPositive();
        assertThat(meters.get("wallet_ledger_append").timer().count()).isGreaterThan(appends);
    }

    @Test
    void refusesASagaThatAxonCouldNotCreate() {
        assertThatThrownBy(() -> new SagaType(Unhandled.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failsACommandWithoutHandler() {
        assertThatThrownBy(() -> commands.send(new Unhandled()).join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("No handler");
    }

    private record Unhandled() {}
}
