package io.carat.core.wallet;

import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketState;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.topology.BucketRole;
import java.util.List;
import java.util.Optional;

/**
 * A deposit that is wagered together with its bonus (rule book §4): while the bonus runs, the deposit's own requirement is
 * suspended, and both buckets count as one.
 *
 * @param bonusType the code of the bonus's bucket
 * @param normalType the code of the deposit's bucket
 * @param own the deposit's own requirement, suspended
 */
record LinkedDeposit(String bonusType, String normalType, Requirement own) {

    /** The one that runs in a BONUS bucket, or whose deposit is in a NORMAL bucket; empty unless both are loaded. */
    static Optional<LinkedDeposit> touching(WalletMovement movement, String type) {
        return switch (movement.bucket(type).role()) {
            case BONUS -> ofBonus(movement, type);
            case NORMAL -> ofNormal(movement, type);
            case WITHDRAWABLE, POINTS -> Optional.empty();
        };
    }

    /** The deposit of the bonus that runs in a bucket; empty for a bonus alone. */
    static Optional<LinkedDeposit> ofBonus(WalletMovement movement, String bonusType) {
        BonusTerms bonus = movement.bucket(bonusType).activeBonus();
        return bonus == null || bonus.depositId() == null ? Optional.empty() : of(movement, bonusType, bonus.bonusId());
    }

    /** The deposit that a bonus has suspended. */
    static Optional<LinkedDeposit> of(WalletMovement movement, String bonusType, String bonusId) {
        return movement.loaded(BucketRole.NORMAL).stream()
                .flatMap(type -> movement.bucket(type).suspendedBy(bonusId).stream()
                        .map(own -> new LinkedDeposit(bonusType, type, own)))
                .findFirst();
    }

    private static Optional<LinkedDeposit> ofNormal(WalletMovement movement, String normalType) {
        List<Requirement> suspended = movement.bucket(normalType).requirements().stream()
                .filter(requirement -> requirement.suspendedBy() != null)
                .toList();
        return suspended.size() == 1
                ? movement.loaded(BucketRole.BONUS).stream()
                        .flatMap(type -> ofBonus(movement, type).stream())
                        .filter(link -> link.own.equals(suspended.getFirst()))
                        .findFirst()
                : Optional.empty();
    }

    /** The requirement of a deposit that can be wagered with a bonus: open, all of it here, in a bucket beside the bonus's. */
    static Optional<LinkedDeposit> eligible(WalletMovement movement, String bonusType, String depositId) {
        return movement.topology().normalsBeside(bonusType).stream()
                .flatMap(type -> movement.bucket(type).requirements().stream()
                        .filter(requirement -> requirement.terms().kind() == RequirementKind.DEPOSIT)
                        .filter(requirement -> requirement.terms().sourceId().equals(depositId))
                        .filter(requirement -> requirement.takesStake() && requirement.movedMinor() == 0)
                        .map(own -> new LinkedDeposit(bonusType, type, own)))
                .findFirst();
    }

    /** Whether nothing is held on either side and at most the threshold, in minor units, is left on both. */
    boolean isLow(WalletMovement movement, long thresholdMinor) {
        BucketState bonus = movement.bucket(bonusType);
        BucketState normal = movement.bucket(normalType);
        return bonus.heldMinor() == 0
                && normal.heldMinor() == 0
                && bonus.availableMinor() + normal.availableMinor() <= thresholdMinor;
    }
}
