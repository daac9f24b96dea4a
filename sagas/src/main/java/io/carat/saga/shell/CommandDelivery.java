package io.carat.saga.shell;

import io.carat.core.decision.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final CommandBus bus;
    private final Duration timeout;

    /** Sends over this bus. */
    public CommandDelivery(CommandBus bus) {
        this(bus, TIMEOUT);
    }

    /** Sends over this bus and waits that long for each answer. */
    public CommandDelivery(CommandBus bus, Duration timeout) {
        this.bus = bus;
        this.timeout = timeout;
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

    /**
     * Sends the command once. Without an answer in time it has failed, and may still happen: commands of sagas are
     * harmless when they are handled twice.
     */
    public Delivery once(SagaCommand command) {
        try {
            return delivery(command, send(command).get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return failed(command, new TimeoutException("No answer within " + timeout.toMillis() + " ms"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(command, e);
        } catch (ExecutionException | RuntimeException e) {
            return failed(command, e);
        }
    }

    private Future<CommandResultMessage<?>> send(SagaCommand command) {
        CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
        bus.dispatch(
                new GenericCommandMessage<>(
                        new GenericMessage<>(command.id(), command.payload(), Map.of()),
                        command.payload().getClass().getName()),
                (sent, answered) -> result.complete(answered));
        return result;
    }

    private static Delivery delivery(SagaCommand command, CommandResultMessage<?> message) {
        if (message.isExceptional()) {
            return failed(command, message.exceptionResult());
        }
        return switch ((Outcome) message.getPayload()) {
            case Outcome.Done ignored -> new Delivery.Done();
            case Outcome.Refused refused ->
                new Delivery.Refused(
                        refused.rejection().code() + ": " + refused.rejection().detail());
        };
    }

    private static Delivery failed(SagaCommand command, Throwable cause) {
        LOG.warn("Command {} ({}) of a saga failed", command.id(), command.name(), cause);
        return new Delivery.Failed(cause.toString());
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
