package io.carat.core.bet;

import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.PostingReason;
import io.carat.core.money.Bps;
import io.carat.core.rolling.Requirement;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what settlements paid on a coupon's leg, and pays instead (rule book §3, §5): from where it was paid, with the
 * rolling that it owes. Amounts are minor units.
 */
final class CouponReversal {

    private final BetFacts facts;
    private final CouponLeg coupon;
    private final WalletMovement movement;
    private final Journal journal;
    private final BetDeed deed;

    CouponReversal(BetFacts facts, CouponLeg coupon, WalletMovement movement, Journal journal, BetDeed deed) {
        this.facts = facts;
        this.coupon = coupon;
        this.movement = movement;
        this.journal = journal;
        this.deed = deed;
    }

    /** Adds what is taken back and, as far as it goes to the same place, what is paid instead. */
    void add(NetPostings net, List<Settlement> settlements, long insteadMinor) {
        Leg leg = coupon.leg();
        for (Settlement settlement : settlements) {
            net.add(leg, coupon.bucket(), bonusOf(settlement), -settlement.paidMinor(leg));
        }
        if (insteadMinor > 0 && staysInItsPlace(settlements)) {
            net.add(leg, coupon.bucket(), bonusOf(settlements.getFirst()), insteadMinor);
        }
    }

    /** After the postings: pays what goes elsewhere, and owes as much rolling as the leg is paid now. */
    void owe(NetPostings net, List<Settlement> settlements, long insteadMinor) {
        switch (coupon.terms().payoutTarget()) {
            case WITHDRAWABLE -> {}
            case NORMAL -> rolling().replaced(settlements, coupon.leg(), insteadMinor, net);
            case BONUS -> oweToBonus(settlements, insteadMinor);
        }
    }

    private void oweToBonus(List<Settlement> settlements, long insteadMinor) {
        settlements.forEach(settlement -> recalculate(bonusOf(settlement), -settlement.paidMinor(coupon.leg())));
        if (staysInItsPlace(settlements)) {
            recalculate(bonusOf(settlements.getFirst()), insteadMinor);
            coupon.paidInto(insteadMinor > 0 ? bonusOf(settlements.getFirst()) : null);
        } else {
            facts.target().creditCoupon(coupon, movement, journal, PostingReason.CORRECTION, insteadMinor, 0, deed);
        }
    }

    /** After the postings: what was taken back owes no rolling. */
    void oweNothing(List<Settlement> settlements) {
        for (Settlement settlement : settlements) {
            long takenMinor = settlement.paidMinor(coupon.leg());
            switch (coupon.terms().payoutTarget()) {
                case WITHDRAWABLE -> {}
                case NORMAL -> rolling().changed(settlement, -takenMinor);
                case BONUS -> recalculate(bonusOf(settlement), -takenMinor);
            }
        }
    }

    private PayoutRolling rolling() {
        return new PayoutRolling(facts, movement, deed, facts.target().couponRolling(coupon));
    }

    /** Nothing was paid into a bonus before: what is paid now goes where the target is now. */
    private boolean staysInItsPlace(List<Settlement> settlements) {
        return !coupon.paysToBonus() || (!settlements.isEmpty() && bonusOf(settlements.getFirst()) != null);
    }

    private static @Nullable String bonusOf(Settlement settlement) {
        return settlement.coupon() == null ? null : settlement.coupon().bonusId();
    }

    private void recalculate(@Nullable String bonusId, long changeMinor) {
        BucketState bucket = movement.bucket(coupon.bucket());
        BonusTerms active = bucket.activeBonus();
        if (changeMinor != 0 && active != null && active.bonusId().equals(bonusId)) {
            bucket.requirements().stream()
                    .filter(open -> open.terms().sourceId().equals(bonusId))
                    .forEach(open -> movement.record(recalculated(bucket, open, changeMinor)));
        }
    }

    private static RequirementRecalculated recalculated(BucketState bucket, Requirement open, long changeMinor) {
        long baseMinor = Math.max(0, open.terms().baseMinor() + changeMinor);
        return new RequirementRecalculated(
                bucket.id(),
                open.id(),
                baseMinor,
                Bps.ceilOf(baseMinor, open.terms().multiplierBps()));
    }
}
