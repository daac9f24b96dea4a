package io.carat.api.axonserver;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.common.AxonException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Gives the failures of an append, which come as gRPC's whatever went wrong, the types that the ledger knows. */
final class AppendFailure {

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private AppendFailure() {}

    /**
     * What to throw for a failed append.
     *
     * @return a {@link ConcurrencyException} if another append was first and nothing was stored; what Axon has typed already;
     *     else an {@link EventStoreException}, and then the outcome is unknown
     */
    static RuntimeException of(RuntimeException failure) {
        if (failure instanceof ConcurrencyException || failure instanceof EventStoreException) {
            return failure;
        }
        if (failure instanceof StatusRuntimeException refusal
                && ErrorCode.INVALID_EVENT_SEQUENCE.errorCode().equals(code(refusal))) {
            return new ConcurrencyException("Another append was first: " + refusal.getMessage(), refusal);
        }
        return failure instanceof AxonException typed
                        && !(typed instanceof org.axonframework.messaging.ExecutionException)
                ? failure
                : new EventStoreException("Axon Server did not confirm the append: " + failure.getMessage(), failure);
    }

    private static @Nullable String code(StatusRuntimeException refusal) {
        Metadata trailers = refusal.getTrailers();
        return trailers == null ? null : trailers.get(CODE);
    }
}
