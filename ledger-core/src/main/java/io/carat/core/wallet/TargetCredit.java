package io.carat.core.wallet;

import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.money.Bps;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.wallet.RequirementNumbers.Ground;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pays to where a campaign pays (rule book §3 to §5), with the rolling that it owes in the same credit. What goes to NORMAL or
 * WITHDRAWABLE first pays the wallet's debts, as any payout does; rolling is owed on the rest.
 */
public final class TargetCredit {

    private final WalletMovement movement;
    private final RequirementNumbers numbers;
    private final Terms terms;

    /** Credits within a movement. */
    public TargetCredit(WalletMovement movement, RequirementNumbers numbers, Terms terms) {
        this.movement = movement;
        this.numbers = numbers;
        this.terms = terms;
    }

    /**
     * Where to, and under which rules.
     *
     * @param bucket the code of the bucket that the target means
     * @param multiplierBps the campaign's; null takes the policy's
     * @param sourceId what a requirement is named after
     * @param bonusId the bonus that is opened where none runs
     * @param policy whose rolling is owed
     */
    public record Terms(
            CouponTarget target,
            String bucket,
            @Nullable Integer multiplierBps,
            String sourceId,
            String bonusId,
            String currency,
            Policy policy,
            Ground ground) {

        /** Whether debts take their part of what is paid. */
        public boolean paysDebts() {
            return target != CouponTarget.BONUS;
        }

        /** The rolling that a payment to NORMAL owes. */
        public RollingTerms normalRolling() {
            return rolling(policy.depositRolling());
        }

        private RollingTerms rolling(RollingTerms standard) {
            return multiplierBps == null ? standard : new RollingTerms(multiplierBps, standard.contributions());
        }
    }

    /**
     * What a payment led to.
     *
     * @param requirement that it opened or raised
     * @param bonusId the bonus that it went into
     * @param opened what the bonus owes that it opened; null where it opened none
     */
    public record Credited(
            @Nullable RequirementSummary requirement,
            @Nullable String bonusId,
            @Nullable RequirementTerms opened) {

        private static final Credited FREE = new Credited(null, null, null);
    }

    /**
     * Credits an amount, of which debts take a part afterwards; minor units.
     *
     * @param recoveredMinor that part
     */
    public Credited pay(
            Journal journal, PostingReason reason, SystemAccount from, long amountMinor, long recoveredMinor) {
        return switch (terms.target) {
            case WITHDRAWABLE -> {
                movement.credit(terms.bucket, journal, reason, from, amountMinor);
                yield Credited.FREE;
            }
            case NORMAL -> normal(journal, reason, from, amountMinor, amountMinor - recoveredMinor);
            case BONUS ->
                activeRequirement()
                        .map(active -> raise(active, journal, reason, from, amountMinor))
                        .orElseGet(() -> open(journal, reason, from, amountMinor));
        };
    }

    /** The requirement of the bonus that runs in the target's bucket. */
    public Optional<Requirement> activeRequirement() {
        String bonusId = activeBonusId();
        return movement.bucket(terms.bucket).requirements().stream()
                .filter(open -> open.terms().sourceId().equals(bonusId))
                .findFirst();
    }

    /** The bonus that runs in the target's bucket; null when none does. */
    public @Nullable String activeBonusId() {
        BonusTerms active = movement.bucket(terms.bucket).activeBonus();
        return active == null ? null : active.bonusId();
    }

    private Credited normal(
            Journal journal, PostingReason reason, SystemAccount from, long amountMinor, long netMinor) {
        RollingTerms rolling = terms.normalRolling();
        if (netMinor == 0 || rolling.multiplierBps() == 0) {
            movement.credit(terms.bucket, journal, reason, from, amountMinor);
            return Credited.FREE;
        }
        RequirementTerms owed = next(RequirementKind.COUPON, terms.sourceId, netMinor, rolling);
        movement.creditCovered(terms.bucket, journal, reason, from, amountMinor, owed, null);
        return new Credited(RequirementSummary.created(owed.requirementId(), owed.requiredMinor()), null, null);
    }

    /** The active bonus takes the payment in: it is wagered under that bonus's own terms, and its cap holds for all. */
    private Credited raise(
            Requirement active, Journal journal, PostingReason reason, SystemAccount from, long amountMinor) {
        long baseMinor = Math.addExact(active.terms().baseMinor(), amountMinor);
        long requiredMinor = Bps.ceilOf(baseMinor, active.terms().multiplierBps());
        movement.credit(terms.bucket, journal, reason, from, amountMinor);
        movement.record(
                new RequirementRecalculated(movement.bucket(terms.bucket).id(), active.id(), baseMinor, requiredMinor));
        return new Credited(new RequirementSummary(active.id(), requiredMinor, active.status()), activeBonusId(), null);
    }

    private Credited open(Journal journal, PostingReason reason, SystemAccount from, long amountMinor) {
        RequirementTerms owed = numbered(amountMinor);
        BonusTerms bonus = new BonusTerms(
                terms.bonusId,
                amountMinor,
                null,
                terms.policy.betLimits().of(terms.currency).bonusStakeMinor());
        movement.creditCovered(terms.bucket, journal, reason, from, amountMinor, owed, bonus);
        new Coverage(movement, journal).completeFulfilled(terms.bucket);
        return new Credited(
                RequirementSummary.created(owed.requirementId(), owed.requiredMinor()), terms.bonusId, owed);
    }

    /** A bonus that owes nothing has a requirement too, which is over at once; it takes no number. */
    private RequirementTerms numbered(long amountMinor) {
        RollingTerms rolling = terms.rolling(terms.policy.bonusRolling());
        return rolling.multiplierBps() == 0
                ? numbers.unnumbered(RequirementKind.BONUS, terms.bonusId, amountMinor, rolling, terms.ground)
                : next(RequirementKind.BONUS, terms.bonusId, amountMinor, rolling);
    }

    private RequirementTerms next(RequirementKind kind, String sourceId, long baseMinor, RollingTerms rolling) {
        return numbers.next(kind, sourceId, movement.bucket(terms.bucket).id(), baseMinor, rolling, terms.ground);
    }
}
