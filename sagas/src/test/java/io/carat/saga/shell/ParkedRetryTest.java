package io.carat.saga.shell;

import static io.carat.saga.testing.ScriptedBus.DONE;
import static io.carat.saga.testing.ScriptedBus.REFUSED;
import static io.carat.saga.testing.ScriptedBus.answering;
import static io.carat.saga.testing.ScriptedBus.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.bucket.ActivateRequirement;
import io.carat.saga.testing.ParkingLot;
import io.carat.saga.testing.ScriptedBus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class ParkedRetryTest {

    private static final ParkingLot LOT = new ParkingLot();
    private static final Instant PARKED_AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant DUE = PARKED_AT.plusSeconds(5);

    @BeforeEach
    void empty() {
        LOT.sql().sql("DELETE FROM saga_parked").update();
    }

    @AfterAll
    static void close() {
        LOT.close();
    }

    @Test
    void triesNothingBeforeItIsDue() {
        park("c-1");
        ScriptedBus bus = answering(DONE);

        assertThat(retry(bus, DUE.minusMillis(1)).run()).isZero();
        assertThat(bus.sent()).isEmpty();
    }

    @Test
    void forgetsWhatIsDone() {
        park("c-1");
        park("c-2");
        ScriptedBus bus = answering(DONE, failure("still"));

        assertThat(retry(bus, DUE).run()).isEqualTo(2);
        assertThat(bus.sent()).extracting(Message::getIdentifier).containsExactlyInAnyOrder("c-1", "c-2");
        assertThat(LOT.rows()).singleElement().asString().endsWith(" 1 java.lang.IllegalStateException: still");
    }

    @Test
    void sendsWhatFailsOncePerRunAndThenLater() {
        park("c-1");
        ScriptedBus bus = answering(failure("still"));

        retry(bus, DUE).run();
        retry(bus, DUE.plusSeconds(9)).run();
        assertThat(bus.sent()).hasSize(1);
        retry(bus, DUE.plusSeconds(10)).run();
        assertThat(bus.sent()).hasSize(2);
    }

    @Test
    void leavesWhatIsRefusedToAnOperator() {
        park("c-1");
        retry(answering(REFUSED), DUE).run();

        assertThat(LOT.rows()).containsExactly("c-1 20 REQUIREMENT_NOT_FOUND: There is no bucket b-1. | waits");
    }

    @Test
    void leavesWhatFailsTooOftenToAnOperator() {
        park("c-1");
        LOT.sql().sql("UPDATE saga_parked SET attempts = 19").update();
        retry(answering(failure("still")), DUE).run();

        assertThat(LOT.rows()).containsExactly("c-1 20 java.lang.IllegalStateException: still | waits");
    }

    @Test
    void goesOnBehindACommandThatItCannotRead() {
        park("c-1");
        park("c-2");
        park("c-3");
        LOT.sql()
                .sql("UPDATE saga_parked SET command_name = 'unknown.v1' WHERE command_id = 'c-1'")
                .update();
        LOT.sql()
                .sql("UPDATE saga_parked SET command = '{' WHERE command_id = 'c-2'")
                .update();

        assertThat(retry(answering(DONE), DUE).run()).isEqualTo(3);
        assertThat(LOT.rows()).hasSize(2).allSatisfy(row -> assertThat(row).endsWith("| waits"));
    }

    @Test
    void keepsWhatWasDoneBeforeARunBreaksOff() {
        park("c-1");
        park("c-2");
        ScriptedBus bus = answering(DONE);
        TransactionOperations breaking = new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                if (bus.sent().size() == 1) {
                    throw new CannotCreateTransactionException("The database is away");
                }
                return LOT.transaction().execute(action);
            }
        };

        assertThatThrownBy(() -> new ParkedRetry(new CommandDelivery(bus), LOT.parked(), breaking, at(DUE)).run())
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThat(LOT.parked().count()).isEqualTo(1);
    }

    @Test
    void boundsARun() {
        for (int number = 0; number < ParkedRetry.BATCH + 1; number++) {
            park("c-" + number);
        }
        assertThat(retry(answering(DONE), DUE).run()).isEqualTo(ParkedRetry.BATCH);
        assertThat(LOT.parked().count()).isEqualTo(1);
    }

    private static ParkedRetry retry(ScriptedBus bus, Instant now) {
        return new ParkedRetry(new CommandDelivery(bus), LOT.parked(), LOT.transaction(), at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static void park(String id) {
        SagaCommand command = new SagaCommand(id, "requirement.activate.v1", new ActivateRequirement("b-1", "r-1"));
        LOT.parked().park("saga", "key", command, "cause", 0, PARKED_AT);
    }
}
