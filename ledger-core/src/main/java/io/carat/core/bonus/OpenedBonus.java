package io.carat.core.bonus;

import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.bucket.BucketState;
import io.carat.core.money.Money;
import io.carat.core.wallet.RequirementNumbers.Ground;
import io.carat.core.wallet.TargetCredit.Credited;
import java.util.Optional;

/** The stream of a bonus that a campaign's payment has opened. */
public final class OpenedBonus {

    private OpenedBonus() {}

    /**
     * Begins it; empty where the payment has opened no bonus.
     *
     * @param amount what was paid
     * @param bucket where to
     * @param causeId what was paid: a win, or a bet
     */
    public static Optional<BonusGranted> of(
            Credited credited, Money amount, BucketState bucket, Ground ground, String causeId) {
        return Optional.ofNullable(credited.opened())
                .map(owed -> new BonusGranted(
                        owed.sourceId(),
                        bucket.key().brandId(),
                        bucket.key().playerId(),
                        amount,
                        bucket.id(),
                        bucket.key().bucketTypeCode(),
                        owed.requirementId(),
                        owed.requiredMinor(),
                        null,
                        null,
                        null,
                        ground.topology(),
                        ground.policy(),
                        causeId));
    }
}
