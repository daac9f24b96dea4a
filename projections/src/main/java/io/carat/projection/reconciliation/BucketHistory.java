package io.carat.projection.reconciliation;

import io.carat.core.bucket.BucketEvent;
import java.util.function.Consumer;

/** The events of all buckets, read from where they are stored and not from a read model. */
@FunctionalInterface
public interface BucketHistory {

    /**
     * Hands over every bucket's events in global order.
     *
     * @param upToPosition the last global position to read
     */
    void replay(long upToPosition, Consumer<BucketEvent> reader);
}
