package io.carat.saga.shell;

import io.carat.core.decision.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a command until it is answered, a bounded number of times, and waits until its effect is durable. */
public final class CommandDelivery {

    /** How often a command is sent before it is given up. */
    public static final int MAX_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(CommandDelivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int PAUSE_FACTOR = 4;
    private static final int TIMEOUT_SECONDS = 10;

    private final CommandBus bus;

    /** Sends over this bus. */
    public CommandDelivery(CommandBus bus) {
        this.bus = bus;
    }

    /** Sends the command, again after a pause while it fails. */
    public Delivery deliver(SagaCommand command) {
        Duration pause = FIRST_PAUSE;
        Delivery delivery = once(command);
        for (int attempt = 2; attempt <= MAX_ATTEMPTS && delivery instanceof Delivery.Failed; attempt++) {
            if (!pause(pause)) {
                return delivery;
            }
            pause = pause.multipliedBy(PAUSE_FACTOR);
            delivery = once(command);
        }
        return delivery;
    }

    /** Sends the command once. */
    public Delivery once(SagaCommand command) {
        CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
        bus.dispatch(
                new GenericCommandMessage<>(
                        new GenericMessage<>(command.id(), command.payload(), Map.of()),
                        command.payload().getClass().getName()),
                (sent, answered) -> result.complete(answered));
        try {
            return delivery(result.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return new Delivery.Failed("No answer within " + TIMEOUT_SECONDS + " s");
            }
            throw e;
        }
    }

    private static Delivery delivery(CommandResultMessage<?> message) {
        if (message.isExceptional()) {
            LOG.warn("A saga's command failed", message.exceptionResult());
            return new Delivery.Failed(message.exceptionResult().toString());
        }
        return switch ((Outcome) message.getPayload()) {
            case Outcome.Done ignored -> new Delivery.Done();
            case Outcome.Refused refused ->
                new Delivery.Refused(
                        refused.rejection().code() + ": " + refused.rejection().detail());
        };
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis())));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
