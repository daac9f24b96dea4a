package io.carat.core.eventstore.writer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;

/** An append on its way. */
public final class PendingAppend {

    private final Append append;
    private final CompletableFuture<AppendedRange> outcome = new CompletableFuture<>();

    PendingAppend(Append append) {
        this.append = append;
    }

    Append append() {
        return append;
    }

    void stored(AppendedRange range) {
        outcome.complete(range);
    }

    void failed(RuntimeException failure) {
        outcome.completeExceptionally(failure);
    }

    /**
     * Waits until the append is durable. The wait is bounded by the writer: it settles whatever it has taken.
     *
     * @throws ConcurrencyException if a stream has moved since it was read; nothing was stored
     * @throws UnknownOutcomeException if the database could not be asked whether the append was stored
     * @throws EventStoreException if nothing was stored for another reason
     */
    public AppendedRange await() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
