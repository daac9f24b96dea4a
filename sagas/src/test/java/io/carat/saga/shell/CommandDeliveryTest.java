package io.carat.saga.shell;

import static io.carat.saga.testing.ScriptedBus.DONE;
import static io.carat.saga.testing.ScriptedBus.REFUSED;
import static io.carat.saga.testing.ScriptedBus.SILENCE;
import static io.carat.saga.testing.ScriptedBus.answering;
import static io.carat.saga.testing.ScriptedBus.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.ActivateRequirement;
import io.carat.saga.testing.ScriptedBus;
import java.time.Duration;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandDeliveryTest {

    private static final SagaCommand COMMAND =
            SagaCommand.of("event-1", "activate", "requirement.activate.v1", new ActivateRequirement("b-1", "r-1"));

    @AfterEach
    void forgetInterrupts() {
        Thread.interrupted();
    }

    @Test
    void sendsAgainUntilItWorks() {
        ScriptedBus bus = answering(failure("first"), failure("second"), DONE);

        assertThat(new CommandDelivery(bus).deliver(COMMAND)).isEqualTo(new Delivery.Done());
        assertThat(bus.sent())
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.getPayload()).isEqualTo(COMMAND.payload()));
    }

    @Test
    void sendsEveryAttemptUnderTheIdOfTheStep() {
        ScriptedBus bus = answering(failure("first"), DONE);
        new CommandDelivery(bus).deliver(COMMAND);

        assertThat(bus.sent())
                .extracting(Message::getIdentifier)
                .containsExactly("event-1/activate", "event-1/activate");
        assertThat(bus.sent())
                .extracting(CommandMessage::getCommandName)
                .containsOnly(ActivateRequirement.class.getName());
    }

    @Test
    void givesUpAfterABoundedNumberOfAttempts() {
        ScriptedBus bus = answering(failure("no luck"));

        assertThat(new CommandDelivery(bus).deliver(COMMAND))
                .isEqualTo(new Delivery.Failed("java.lang.IllegalStateException: no luck"));
        assertThat(bus.sent()).hasSize(CommandDelivery.MAX_ATTEMPTS);
    }

    @Test
    void doesNotArgueWithARefusal() {
        ScriptedBus bus = answering(REFUSED, DONE);

        assertThat(new CommandDelivery(bus).deliver(COMMAND))
                .isEqualTo(new Delivery.Refused("REQUIREMENT_NOT_FOUND: There is no bucket b-1."));
        assertThat(bus.sent()).hasSize(1);
    }

    @Test
    void doesNotWaitForEverForAnAnswer() {
        assertThat(new CommandDelivery(answering(SILENCE), Duration.ofMillis(50)).once(COMMAND))
                .isEqualTo(new Delivery.Failed("java.util.concurrent.TimeoutException: No answer within 50 ms"));
    }

    @Test
    void takesAnAnswerThatIsNoOutcomeForAFailure() {
        assertThat(new CommandDelivery(answering("what?")).once(COMMAND)).isInstanceOf(Delivery.Failed.class);
    }

    @Test
    void givesUpAtOnceWhenTheThreadIsToStopDuringAPause() {
        ScriptedBus bus = answering(failure("first"));
        Thread.currentThread().interrupt();

        assertThat(new CommandDelivery(bus).deliver(COMMAND)).isInstanceOf(Delivery.Failed.class);
        assertThat(bus.sent()).hasSize(1);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void givesUpAtOnceWhenTheThreadIsToStopDuringACommand() {
        ScriptedBus bus = answering(SILENCE);
        Thread.currentThread().interrupt();

        assertThat(new CommandDelivery(bus).deliver(COMMAND))
                .isEqualTo(new Delivery.Failed("java.lang.InterruptedException"));
        assertThat(bus.sent()).hasSize(1);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void keepsCausesThatCanBeStored() {
        assertThat(new Delivery.Failed("a\0b").cause()).isEqualTo("a b");
        assertThat(new Delivery.Refused("x".repeat(5_000)).cause()).hasSize(Delivery.CAUSE_LENGTH);
    }
}
