package io.carat.core.bucket;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The stream of a bucket: its postings, holds and requirements. */
@Revision("7")
@AggregateRoot(type = "bucket")
public final class WalletBucket extends LedgerAggregate<BucketState> {

    @Override
    protected BucketState evolve(@Nullable BucketState before, LedgerEvent event) {
        return BucketState.evolve(before, (BucketEvent) event);
    }
}
