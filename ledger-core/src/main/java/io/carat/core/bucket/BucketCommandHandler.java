package io.carat.core.bucket;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.decision.Outcome;
import org.axonframework.commandhandling.CommandHandler;

/** Takes commands that concern one bucket alone. */
public final class BucketCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public BucketCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Activates a requirement; asking again changes nothing. */
    @CommandHandler
    public Outcome handle(ActivateRequirement command) {
        LedgerUnit unit = new LedgerUnit(access);
        BucketState bucket = unit.load(LoadOrder.BUCKET, WalletBucket.class, command.bucketId());
        return unit.conclude(RequirementActivation.decide(command, bucket));
    }
}
