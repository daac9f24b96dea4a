package io.carat.api.failure;

import io.carat.core.eventstore.writer.CommandNotAcceptedException;
import io.carat.core.eventstore.writer.EventStoreUnavailableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * What is known of the effect of a command that failed. Exceptions lose their type on the way from node to node, so this is
 * what travels with them, and the one place that reads both the local and the remote form.
 *
 * @param kind what the caller may conclude
 * @param message what failed, for people
 */
public record CommandFailure(Kind kind, String message) {

    /** What the caller of a failed command may conclude. */
    public enum Kind {
        /** Turned away: nothing was done. */
        OVERLOADED,
        /** Other commands were faster each time: nothing was done. */
        CONTENTION,
        /** The event store, or a node that takes the command, cannot be reached: nothing was done. */
        STORE_UNAVAILABLE,
        /** It was done wholly or not at all, and only asking again with the same key tells which. */
        OUTCOME_UNKNOWN,
        /** Broken for a reason of our own; what was done is unknown. */
        UNEXPECTED
    }

    /** Reads an exception that a command bus answered with. */
    public static CommandFailure of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CommandExecutionException remote
                && remote.getDetails().orElse(null) instanceof CommandFailure travelled) {
            return travelled;
        }
        return new CommandFailure(kind(cause), text(cause));
    }

    private static Kind kind(Throwable failure) {
        return switch (failure) {
            case CommandNotAcceptedException ignored -> Kind.OVERLOADED;
            case ConcurrencyException ignored -> Kind.CONTENTION;
            case AggregateStreamCreationException ignored -> Kind.CONTENTION;
            case LockAcquisitionFailedException ignored -> Kind.CONTENTION;
            case EventStoreUnavailableException ignored -> Kind.STORE_UNAVAILABLE;
            case StoreUnreachableException ignored -> Kind.STORE_UNAVAILABLE;
            case NoHandlerForCommandException ignored -> Kind.STORE_UNAVAILABLE;
            case EventStoreException ignored -> Kind.OUTCOME_UNKNOWN;
            case CommandDispatchException dispatch
            when dispatch.getCause() instanceof StoreUnreachableException -> Kind.STORE_UNAVAILABLE;
            // Whether the command had left for its handler when the connection broke cannot be told.
            case CommandDispatchException ignored -> Kind.OUTCOME_UNKNOWN;
            case AxonServerException ignored -> Kind.OUTCOME_UNKNOWN;
            case io.axoniq.axonserver.connector.AxonServerException ignored -> Kind.OUTCOME_UNKNOWN;
            case TimeoutException ignored -> Kind.OUTCOME_UNKNOWN;
            default -> Kind.UNEXPECTED;
        };
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
