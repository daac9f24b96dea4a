package io.carat.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppendTest {

    private TestDatabase database;
    private EventStoreTestBed node;

    @BeforeEach
    void open() {
        database = EventStoreTestBed.database();
        node = new EventStoreTestBed(database.dataSource());
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void storesWhatACommandAppliedAndLoadsItAgain() throws Exception {
        node.ask(() -> {
            node.credit("account-1", 500);
            return "done";
        });

        assertThat(node.balanceOf("account-1")).isEqualTo(500);
        assertThat(node.eventsAfter(0))
                .extracting(event -> event.getPayload().toString())
                .containsExactly("Opened[accountId=account-1]", "Credited[accountId=account-1, amountMinor=500]");
        assertThat(node.number("SELECT count(*) FROM domain_event WHERE event_name = 'account.credited.v1'"
                        + " AND payload = '{\"accountId\":\"account-1\",\"amountMinor\":500}'"
                        + " AND stream_type = 'account' AND sequence = 1 AND position = 2"))
                .isEqualTo(1);
    }

    @Test
    void storesTwoAggregatesInOneAppend() throws Exception {
        CommandResultMessage<String> answer = node.ask(() -> {
            node.credit("account-1", -100);
            node.setLimit("rule-1", 7);
            node.credit("account-2", 100);
            return "done";
        });

        assertThat(answer.getPayload()).isEqualTo("done");
        assertThat(answer.getMetaData()).containsEntry("position", 5L);
        assertThat(node.number("SELECT count(DISTINCT committed_at) FROM domain_event"))
                .isEqualTo(1);
        assertThat(node.number("SELECT count(DISTINCT stream_id) FROM domain_event"))
                .isEqualTo(3);
        assertThat(node.number("SELECT version FROM stream_head WHERE stream_id = 'account-2'"))
                .isEqualTo(1);
        assertThat(node.store.firstPosition("account-2")).hasValue(4);
        assertThat(node.store.headPosition()).isEqualTo(5);
        assertThat(node.store.lastSequenceNumberFor("account-2")).contains(1L);
        assertThat(node.store.lastSequenceNumberFor("account-3")).isEmpty();
    }

    @Test
    void givesAStreamToPeopleWholeAndInOrder() throws Exception {
        node.ask(() -> {
            node.credit("account-1", 100);
            node.credit("account-2", 100);
            return "done";
        });
        node.ask(() -> {
            node.credit("account-1", -30);
            return "done";
        });

        assertThat(node.number("SELECT string_agg(position::text, '')::bigint FROM events_of('account-1')"))
                .isEqualTo(125);
        assertThat(node.number("SELECT count(*) FROM events_of('account-3')")).isZero();
    }

    @Test
    void appendsNothingWhenTheHandlerThrows() throws Exception {
        node.ask(() -> {
            node.credit("account-1", 10);
            return "done";
        });

        CommandResultMessage<String> answer = node.ask(() -> {
            node.credit("account-1", 90);
            throw new IllegalStateException("broken");
        });

        assertThat(answer.exceptionResult()).hasMessage("broken");
        assertThat(node.balanceOf("account-1")).isEqualTo(10);
        assertThat(node.store.headPosition()).isEqualTo(2);
    }

    @Test
    void answersWithoutPositionWhenNothingWasAppended() {
        CommandResultMessage<Long> answer =
                node.ask(() -> node.account("account-1").<Long>invoke(Account::balanceMinor));

        assertThat(answer.getMetaData()).doesNotContainKey("position");
        assertThat(node.store.headPosition()).isZero();
    }

    @Test
    void returnsTheSameAggregateTwiceInOneCommand() {
        node.ask(() -> {
            node.credit("account-1", 1);
            node.credit("account-1", 2);
            return "done";
        });

        assertThat(node.balanceOf("account-1")).isEqualTo(3);
    }

    @Test
    void refusesToPublishInANestedUnitOfWork() {
        CommandResultMessage<String> answer = node.ask(() -> {
            DefaultUnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(null);
            try {
                node.credit("account-1", 1);
            } finally {
                nested.rollback();
            }
            return "done";
        });

        assertThat(answer.exceptionResult()).isInstanceOf(IllegalStateException.class);
        assertThat(node.store.headPosition()).isZero();
    }

    @Test
    void refusesEventsThatNoAggregateApplied() {
        assertThatThrownBy(() -> node.store.publish(GenericEventMessage.asEventMessage(new Account.Opened("x"))))
                .isInstanceOf(EventStoreException.class);
    }

    @Test
    void refusesToSkipAnEventOfUnknownName() throws Exception {
        node.run("WITH head AS (INSERT INTO stream_head VALUES ('account-9', 'account', 0, 1, 1, sha256('')))"
                + " INSERT INTO domain_event VALUES (1, now(), sha256(''), 'account', 'account-9', 0,"
                + " gen_random_uuid(), 'account.forgotten.v1', NULL, now(), '{}', '{}')");

        assertThatThrownBy(() -> node.store.readEvents("account-9").forEachRemaining(DomainEventMessage::getPayload))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("account.forgotten.v1");
        assertThat(node.ask(() -> node.account("account-9")).exceptionResult())
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void databaseRefusesToChangeOrRemoveEvents() {
        node.ask(() -> {
            node.credit("account-1", 5);
            return "done";
        });

        for (String change : List.of(
                "UPDATE domain_event SET payload = '{}'", "DELETE FROM domain_event", "TRUNCATE domain_event")) {
            assertThatThrownBy(() -> node.run(change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never changed or removed");
        }
        assertThat(node.store.headPosition()).isEqualTo(2);
    }
}
