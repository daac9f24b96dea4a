package io.carat.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrentAppendTest {

    private static final int WRITERS = 16;
    private static final int COMMANDS_EACH = 20;
    private static final int ACCOUNTS = 5;
    private static final int EVENTS = ACCOUNTS + WRITERS * COMMANDS_EACH * 2;

    private TestDatabase database;
    private EventStoreTestBed here;
    private EventStoreTestBed there;

    @BeforeEach
    void open() {
        database = EventStoreTestBed.database();
        here = new EventStoreTestBed(database.dataSource());
        there = new EventStoreTestBed(database.dataSource());
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    /** Moves one unit between two of few accounts, in the order of their ids. */
    private static String transfer(EventStoreTestBed node, int number) {
        int first = number % ACCOUNTS;
        int second = (number + 1 + number % (ACCOUNTS - 1)) % ACCOUNTS;
        node.credit("account-" + Math.min(first, second), -1);
        node.credit("account-" + Math.max(first, second), 1);
        return "done";
    }

    @Test
    void positionsHaveNoGapsAndFollowCommitOrderOnTwoNodes() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        CompletableFuture<List<Long>> seenWhileWriting = CompletableFuture.supplyAsync(() -> tailWhile(writing));
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            EventStoreTestBed node = writer % 2 == 0 ? here : there;
            int seed = writer;
            answers.add(CompletableFuture.supplyAsync(() -> write(node, seed), Thread.ofVirtual()::start));
        }
        long conflicted = answers.stream().mapToLong(EventStoreTestBed::await).sum();
        writing.set(false);

        assertThat(conflicted).as("given up in spite of retries").isZero();
        assertThat(EventStoreTestBed.await(seenWhileWriting))
                .isEqualTo(LongStream.rangeClosed(1, EVENTS).boxed().toList());
        assertLogIsConsistent();
    }

    private static long write(EventStoreTestBed node, int seed) {
        long failed = 0;
        for (int i = 0; i < COMMANDS_EACH; i++) {
            int number = seed * 31 + i;
            CommandResultMessage<String> answer;
            do {
                answer = node.ask(() -> transfer(node, number));
            } while (answer.isExceptional() && ConflictRetry.isConflict(answer.exceptionResult()));
            failed += answer.isExceptional() ? 1 : 0;
        }
        return failed;
    }

    private List<Long> tailWhile(AtomicBoolean writing) {
        List<Long> seen = new ArrayList<>();
        try (var stream = here.store.openStream(null)) {
            while (writing.get() || seen.size() < EVENTS) {
                if (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                    seen.add(positionOf(stream.nextAvailable()));
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return seen;
    }

    private static long positionOf(TrackedEventMessage<?> event) {
        return ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex();
    }

    private void assertLogIsConsistent() throws SQLException {
        assertThat(here.number("SELECT max(position) - count(*) FROM domain_event"))
                .isZero();
        assertThat(here.number("SELECT last_position FROM event_log_head")).isEqualTo(EVENTS);
        assertThat(here.number("SELECT count(*) FROM (SELECT committed_at,"
                        + " lag(committed_at) OVER (ORDER BY position) AS before FROM domain_event) AS step"
                        + " WHERE committed_at < before"))
                .isZero();
        assertThat(here.number("SELECT count(*) FROM stream_head h WHERE version <> (SELECT count(*) - 1"
                        + " FROM domain_event e WHERE e.stream_id = h.stream_id)"))
                .isZero();
        long sum = LongStream.range(0, ACCOUNTS)
                .map(account -> here.balanceOf("account-" + account))
                .sum();
        assertThat(sum).as("transfers conserve money").isZero();
    }
}
