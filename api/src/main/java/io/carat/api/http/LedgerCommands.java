package io.carat.api.http;

import io.carat.core.decision.Outcome;
import io.carat.core.eventstore.EventPositions;
import io.carat.core.eventstore.LedgerCommandBus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.springframework.stereotype.Component;

/** Sends commands and waits until what they did is durable. */
@Component
public final class LedgerCommands {

    /** How long a command may take; after that the caller asks again with the same key. */
    public static final long TIMEOUT_SECONDS = 30;

    private final CommandBus bus;
    private final EventPositions positions;

    LedgerCommands(CommandBus bus, EventPositions positions) {
        this.bus = bus;
        this.positions = positions;
    }

    /**
     * The outcome, and the position at or before which all of the command's events are.
     *
     * @throws RuntimeException the command's own failure: then it is unknown or nothing of it happened
     */
    public Answered send(Object command) {
        CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
        bus.dispatch(
                GenericCommandMessage.<Object>asCommandMessage(command), (sent, answered) -> result.complete(answered));
        CommandResultMessage<?> message =
                result.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        if (message.isExceptional()) {
            throw new CompletionException(message.exceptionResult());
        }
        return answered((Outcome) message.getPayload(), message);
    }

    private Answered answered(Outcome outcome, CommandResultMessage<?> message) {
        long appended = message.getMetaData().get(LedgerCommandBus.POSITION) instanceof Long position ? position : 0;
        long position = switch (outcome) {
            case Outcome.Done(var ignored, String origin)
            when origin != null -> positions.firstPosition(origin).orElse(appended);
            case Outcome.Done ignored -> appended;
            case Outcome.Refused ignored -> appended;
        };
        return new Answered(outcome, position);
    }

    /** An outcome and the event position that it holds at. */
    public record Answered(Outcome outcome, long position) {}
}
