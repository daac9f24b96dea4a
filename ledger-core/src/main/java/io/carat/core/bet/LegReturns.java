package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.policy.FundingSource;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Debts;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where stakes and payouts of stored legs go, also when a leg's bonus is over by then (rule book §3). What NORMAL and
 * WITHDRAWABLE legs are paid first pays the wallet's debts, oldest first, legs in their order.
 */
final class LegReturns {

    private final BetAuthorized terms;
    private final WalletMovement movement;
    private final Coverage coverage;
    private final Journal journal;
    private final Debts debts;
    private final PayoutTarget target;

    LegReturns(BetAuthorized terms, WalletMovement movement, Journal journal, PayoutTarget target) {
        this.terms = terms;
        this.movement = movement;
        this.coverage = new Coverage(movement, journal);
        this.journal = journal;
        this.debts = new Debts(movement);
        this.target = target;
    }

    /** Restores held stake to the legs it came from; that of an ended bonus is then converted or forfeited. */
    void refundHeld(List<LegAmount> refunds) {
        for (LegAmount refund : refunds) {
            Leg leg = leg(refund);
            if (CouponLeg.isOne(leg)) {
                target.coupon(leg).refundHeld(journal, refund.amountMinor());
                continue;
            }
            movement.returnHold(
                    leg.bucketTypeCode(),
                    journal.leg(leg.number()),
                    PostingReason.STAKE_REFUND,
                    SystemAccount.BET_HOLD,
                    refund.amountMinor());
            convertEnded(leg, refund.amountMinor());
        }
    }

    /** Pays shares to the buckets of their legs, then recovers debts from what was credited. */
    void pay(List<LegAmount> payouts, PostingReason reason, BetDeed deed) {
        long owedMinor = debts.openMinor();
        long[] recovered = new long[terms.legs().size()];
        for (LegAmount payout : payouts) {
            Leg leg = leg(payout);
            long recoveredMinor = target.paysDebts(leg) ? Math.min(owedMinor, payout.amountMinor()) : 0;
            owedMinor -= recoveredMinor;
            recovered[leg.number() - 1] = recoveredMinor;
            credit(leg, payout.amountMinor(), recoveredMinor, reason, deed);
        }
        for (LegAmount payout : payouts) {
            Leg leg = leg(payout);
            debts.recover(target.bucketOf(leg), journal.leg(leg.number()), recovered[leg.number() - 1]);
        }
    }

    private void credit(Leg leg, long amountMinor, long recoveredMinor, PostingReason reason, BetDeed deed) {
        Journal booked = journal.leg(leg.number());
        String ended = endedBonus(leg);
        if (CouponLeg.isOne(leg)) {
            target.creditCoupon(target.coupon(leg), movement, booked, reason, amountMinor, recoveredMinor, deed);
        } else if (ended != null) {
            coverage.payLate(leg.bucketTypeCode(), ended, booked, amountMinor);
        } else if (target.isToNormal(leg)) {
            target.creditToNormal(movement, booked, reason, amountMinor, amountMinor - recoveredMinor, deed);
        } else {
            movement.credit(leg.bucketTypeCode(), booked, reason, SystemAccount.HOUSE, amountMinor);
        }
    }

    private void convertEnded(Leg leg, long refundedMinor) {
        String ended = endedBonus(leg);
        if (ended != null) {
            coverage.convertReturned(leg.bucketTypeCode(), ended, refundedMinor);
        }
    }

    private @Nullable String endedBonus(Leg leg) {
        boolean ended = leg.source() == FundingSource.BONUS
                && leg.bonusId() != null
                && movement.bucket(leg.bucketTypeCode()).endedBonuses().containsKey(leg.bonusId());
        return ended ? leg.bonusId() : null;
    }

    private Leg leg(LegAmount amount) {
        return terms.legs().get(amount.leg() - 1);
    }
}
