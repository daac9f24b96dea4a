package io.carat.projection.reconciliation;

import io.carat.core.decision.LedgerEvent;
import java.util.function.Consumer;

/** The events of all buckets, coupon grants and bets, read from where they are stored and not from a read model. */
@FunctionalInterface
public interface BucketHistory {

    /**
     * Hands over every event of buckets, coupon grants and bets in global order.
     *
     * @param upToPosition the last global position to read
     */
    void replay(long upToPosition, Consumer<LedgerEvent> reader);
}
