package io.carat.core.eventstore.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.eventstore.EventStoreTestBed;
import io.carat.core.eventstore.chain.StreamVersion;
import io.carat.core.eventstore.writer.LossyDataSource.Loss;
import io.carat.core.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnknownOutcomeTest {

    private static final int WRITERS = 8;

    /** Commands that have to fail before the test ends. */
    private static final int LOSSES = 20;

    private TestDatabase database;
    private LossyDataSource lossy;
    private EventStoreTestBed node;

    @BeforeEach
    void open() {
        database = EventStoreTestBed.database();
        lossy = new LossyDataSource(database.dataSource());
        node = new EventStoreTestBed(lossy);
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    private CommandResultMessage<String> credit(String accountId) {
        return node.ask(() -> {
            node.credit(accountId, 10);
            return "done";
        });
    }

    @Test
    void answersSuccessWhenOnlyTheAnswerOfTheCommitWasLost() {
        lossy.loseAtNextCommit(Loss.THE_ANSWER);

        CommandResultMessage<String> answer = credit("account-1");

        assertThat(answer.optionalExceptionResult()).isEmpty();
        assertThat(answer.getMetaData()).containsEntry("position", 2L);
        assertThat(node.balanceOf("account-1")).isEqualTo(10);
    }

    @Test
    void answersFailureWhenTheCommitDidNotArrive() {
        lossy.loseAtNextCommit(Loss.THE_COMMIT);

        CommandResultMessage<String> answer = credit("account-1");

        assertThat(answer.exceptionResult())
                .isInstanceOf(EventStoreException.class)
                .isNotInstanceOf(UnknownOutcomeException.class);
        assertThat(node.balanceOf("account-1")).isZero();
        assertThat(credit("account-1").getMetaData()).containsEntry("position", 2L);
    }

    @Test
    void saysSoWhenNobodyCanBeAsked() {
        AppendTransaction.Source transactions = PostgresAppendTransaction.from(lossy);
        BatchStore store = new BatchStore(
                transactions,
                new CommitInquiry(transactions, Duration.ofMillis(200)),
                InstantSource.system(),
                position -> {});
        PendingAppend append = new PendingAppend(TestEvents.append("account-1", StreamVersion.NONE));
        lossy.loseAtNextCommit(Loss.THE_ANSWER_AND_THE_SERVER);

        store.store(List.of(append));

        assertThatThrownBy(append::await).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void everyAnswerIsTrueWhileConnectionsAreKilled() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicInteger unanswered = new AtomicInteger();
        CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> killBackendsWhile(writing));
        List<CompletableFuture<List<String>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String prefix = "account-" + writer + "-";
            writers.add(
                    CompletableFuture.supplyAsync(() -> acknowledged(prefix, unanswered), Thread.ofVirtual()::start));
        }
        List<String> acknowledged = writers.stream()
                .map(EventStoreTestBed::await)
                .flatMap(List::stream)
                .toList();
        writing.set(false);
        EventStoreTestBed.await(killer);

        try (var untouched = database.pool(1)) {
            assertTrue(acknowledged, new EventStoreTestBed(untouched));
        }
    }

    private static void assertTrue(List<String> acknowledged, EventStoreTestBed reader) throws SQLException {
        long stored = reader.number("SELECT count(*) FROM stream_head");
        assertThat(acknowledged).hasSize((int) stored);
        assertThat(reader.number("SELECT max(position) - count(*) FROM domain_event"))
                .isZero();
        reader.close();
    }

    private List<String> acknowledged(String prefix, AtomicInteger unanswered) {
        List<String> acknowledged = new ArrayList<>();
        for (int i = 0; unanswered.get() < LOSSES; i++) {
            String accountId = prefix + i;
            if (credit(accountId).isExceptional()) {
                unanswered.incrementAndGet();
            } else {
                acknowledged.add(accountId);
            }
        }
        return acknowledged;
    }

    private void killBackendsWhile(AtomicBoolean writing) {
        try (var other = database.pool(1)) {
            while (writing.get()) {
                try (var connection = other.getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                    statement.execute("SELECT pg_sleep(0.02)");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
