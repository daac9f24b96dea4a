package io.carat.core.eventstore;

import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.eventstore.names.StableNames;
import io.carat.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.Aggregate;

/** One node: event store, repositories and command bus. Several of them may share a database. */
public final class EventStoreTestBed implements AutoCloseable {

    static final StableNames NAMES = StableNames.builder()
            .add("account.opened.v1", Account.Opened.class)
            .add("account.credited.v1", Account.Credited.class)
            .add("rule.limit_set.v1", Rule.LimitSet.class)
            .build();

    private static final AtomicInteger COMMANDS = new AtomicInteger();

    final DataSource dataSource;
    final PostgresEventStorageEngine engine;
    final LedgerEventStore store;
    final LedgerCommandBus bus;
    final StreamLocks locks = new StreamLocks();
    final LedgerRepository<Account> accounts;
    final LedgerRepository<Rule> rules;

    public EventStoreTestBed(DataSource dataSource) {
        this(dataSource, LedgerCommandBus.create());
    }

    public EventStoreTestBed(DataSource dataSource, LedgerCommandBus bus) {
        this.dataSource = dataSource;
        this.bus = bus;
        engine = new PostgresEventStorageEngine(dataSource, StableNameSerializer.forEvents(NAMES));
        store = LedgerEventStore.on(engine);
        accounts = new LedgerRepository<>(store, Account.class, locks);
        rules = new LedgerRepository<>(store, Rule.class, locks);
    }

    public static TestDatabase database() {
        return TestDatabase.fresh().migrate();
    }

    /** Sends a command whose handler is given with it. */
    public <R> CompletableFuture<CommandResultMessage<R>> send(Supplier<R> handler) {
        String name = "test-" + COMMANDS.incrementAndGet();
        Registration registration = bus.subscribe(name, command -> handler.get());
        CompletableFuture<CommandResultMessage<R>> answer = new CompletableFuture<>();
        CommandMessage<String> command = new GenericCommandMessage<>(new GenericCommandMessage<>("test"), name);
        bus.<String, R>dispatch(command, (sent, result) -> {
            registration.cancel();
            answer.complete(narrow(result));
        });
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static <R> CommandResultMessage<R> narrow(CommandResultMessage<? extends R> result) {
        return (CommandResultMessage<R>) result;
    }

    public <R> CommandResultMessage<R> ask(Supplier<R> handler) {
        return await(send(handler));
    }

    public static <R> R await(CompletableFuture<R> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("No answer in time", e);
        }
    }

    public void credit(String accountId, long amountMinor) {
        account(accountId).execute(account -> account.credit(accountId, amountMinor));
    }

    public Aggregate<Account> account(String accountId) {
        return accounts.loadOrCreate(accountId);
    }

    public void setLimit(String ruleId, long limitMinor) {
        rules.loadOrCreate(ruleId).execute(rule -> rule.limit(ruleId, limitMinor));
    }

    public long balanceOf(String accountId) {
        return ask(() -> account(accountId).<Long>invoke(Account::balanceMinor)).getPayload();
    }

    /** Every event after a position, as the log has it now. */
    public List<TrackedEventMessage<?>> eventsAfter(long position) throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                store.openStream(new GlobalSequenceTrackingToken(position))) {
            while (stream.hasNextAvailable()) {
                events.add(stream.nextAvailable());
            }
        }
        return events;
    }

    public long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        bus.shutdown();
        engine.close();
    }
}
