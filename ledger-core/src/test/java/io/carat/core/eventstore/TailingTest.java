package io.carat.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TailingTest {

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

    private static void append(EventStoreTestBed node, String accountId) {
        node.ask(() -> {
            node.credit(accountId, 1);
            return "done";
        });
    }

    @Test
    void callsBackOnAppendsOfThisNodeAndOfAnother() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (var stream = here.store.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            assertThat(stream.hasNextAvailable()).isFalse();

            append(here, "account-1");
            await().untilAtomic(calls, is(1));
            assertThat(stream.hasNextAvailable()).isTrue();
            assertThat(stream.peek()).isPresent();
            stream.nextAvailable();
            stream.nextAvailable();

            append(there, "account-2");
            await().atMost(Duration.ofSeconds(5)).until(() -> calls.get() > 1);
            assertThat(stream.hasNextAvailable()).isTrue();
        }
    }

    @Test
    void hearsOfOtherNodesFromTheDatabaseAndAgainAfterItsConnectionWasLost() throws Exception {
        AtomicLong heard = new AtomicLong();
        try (LogListener listener = new LogListener(database.dataSource(), heard::set)) {
            listener.start();
            await().until(() -> listeners() == 1);
            append(there, "account-1");
            await().untilAtomic(heard, is(2L));

            here.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'"
                    + " AND datname = current_database()");
            await().until(() -> listeners() == 0);
            await().until(() -> listeners() == 1);
            append(there, "account-2");
            await().untilAtomic(heard, is(4L));
        }
        await().until(() -> listeners() == 0);
    }

    private long listeners() throws Exception {
        return here.number("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'"
                + " AND datname = current_database()");
    }

    @Test
    void waitsForTheNextEvent() throws Exception {
        try (var stream = here.store.openStream(here.store.createHeadToken())) {
            Thread.ofVirtual().start(() -> append(there, "account-1"));

            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Account.Opened("account-1"));
            assertThat(stream.hasNextAvailable(1, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void startsAfterAnyToken() throws Exception {
        append(here, "account-1");
        append(here, "account-2");

        TrackingToken replay =
                ReplayToken.createReplayToken(here.store.createHeadToken(), new GlobalSequenceTrackingToken(3));
        try (var stream = here.store.openStream(replay)) {
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(4));
            assertThat(stream.hasNextAvailable()).isFalse();
        }
        assertThat(here.eventsAfter(0)).hasSize(4);
        assertThat(here.engine.readEvents((TrackingToken) null, false)).hasSize(4);
    }

    @Test
    void createsTokensOfTheEndsAndOfAnInstant() throws Exception {
        assertThat(here.store.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        append(here, "account-1");
        Instant between = databaseTime();
        append(here, "account-2");

        assertThat(here.store.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(here.store.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(4));
        assertThat(here.store.createTokenAt(between)).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(here.store.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(here.store.createTokenAt(databaseTime())).isEqualTo(new GlobalSequenceTrackingToken(4));
    }

    @Test
    void goesOnBehindEventsThatAnUpcasterRemoves() throws Exception {
        append(here, "account-1");
        append(here, "account-2");
        EventUpcaster removing = events -> events.filter(
                event -> event.getTrackingToken().orElseThrow().position().orElseThrow() > 3);

        try (var upcasting = new PostgresEventStorageEngine(
                        new EventStoreConnections(database.dataSource(), database.dataSource()),
                        StableNameSerializer.forEvents(EventStoreTestBed.NAMES),
                        removing);
                var stream = LedgerEventStore.on(upcasting).openStream(null)) {
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Account.Credited("account-2", 1));
            assertThat(stream.hasNextAvailable()).isFalse();
            assertThat(upcasting.readEvents((TrackingToken) null, false)).hasSize(1);
        }
    }

    private Instant databaseTime() throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
