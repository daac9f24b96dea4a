package io.carat.saga.shell;

import static io.carat.saga.testing.ScriptedBus.DONE;
import static io.carat.saga.testing.ScriptedBus.REFUSED;
import static io.carat.saga.testing.ScriptedBus.answering;
import static io.carat.saga.testing.ScriptedBus.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.ActivateRequirement;
import io.carat.saga.testing.ParkingLot;
import io.carat.saga.testing.ScriptedBus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SagaShellTest {

    private static final ParkingLot LOT = new ParkingLot();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void empty() {
        LOT.sql().sql("DELETE FROM saga_parked").update();
    }

    @AfterAll
    static void close() {
        LOT.close();
    }

    @Test
    void sendsCommandsInOrderAndGoesOn() {
        ScriptedBus bus = answering(DONE);

        assertThat(shell(bus).run("saga", "key", step("a", "b"))).isEqualTo("next");
        assertThat(bus.sent()).extracting(Message::getIdentifier).containsExactly("event-1/a", "event-1/b");
        assertThat(LOT.rows()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void parksWhatFailsUntilItsNextAttempt() {
        String state = shell(answering(failure("broken"))).run("saga", "key", step("a"));

        assertThat(state).isEqualTo("parked: java.lang.IllegalStateException: broken");
        assertThat(LOT.rows()).containsExactly("event-1/a 0 java.lang.IllegalStateException: broken");
        assertThat(told).containsExactly("saga key java.lang.IllegalStateException: broken");
        assertThat(LOT.parked().due(NOW.plusSeconds(4), 10)).isEmpty();
        assertThat(LOT.parked().due(NOW.plusSeconds(5), 10)).hasSize(1);
    }

    @Test
    void parksWhatIsRefusedForAnOperator() {
        String state = shell(answering(REFUSED)).run("saga", "key", step("a"));

        assertThat(state).isEqualTo("parked: REQUIREMENT_NOT_FOUND: There is no bucket b-1.");
        assertThat(LOT.rows()).containsExactly("event-1/a 20 REQUIREMENT_NOT_FOUND: There is no bucket b-1. | waits");
        assertThat(told).hasSize(1);
    }

    @Test
    void sendsNothingBehindACommandThatIsNotDone() {
        ScriptedBus bus = answering(REFUSED, DONE);
        shell(bus).run("saga", "key", step("a", "b"));

        assertThat(bus.sent()).hasSize(1);
    }

    @Test
    void parksAnEventThatIsDeliveredTwiceOnce() {
        SagaShell shell = shell(answering(REFUSED));
        shell.run("saga", "key", step("a"));
        shell.run("saga", "key", step("a"));

        assertThat(LOT.parked().count()).isEqualTo(1);
    }

    @Test
    void settlesWhatWasParkedForASagaAtItsEndAndNothingElse() {
        SagaShell shell = shell(answering(REFUSED));
        shell.run("saga", "key", step("a"));
        shell.run("saga", "other-key", step("b"));
        shell.run("other-saga", "key", step("c"));

        shell.ended("saga", "key");

        assertThat(LOT.rows()).extracting(row -> row.substring(0, 9)).containsExactly("event-1/b", "event-1/c");
    }

    private SagaShell shell(ScriptedBus bus) {
        return new SagaShell(
                new CommandDelivery(bus),
                LOT.parked(),
                (saga, key, cause) -> told.add(saga + " " + key + " " + cause),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static SagaStep<String> step(String... names) {
        List<SagaCommand> commands = new ArrayList<>();
        for (String name : names) {
            commands.add(
                    SagaCommand.of("event-1", name, "requirement.activate.v1", new ActivateRequirement("b-1", "r-1")));
        }
        return new SagaStep<>("next", commands, cause -> "parked: " + cause);
    }
}
