package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.policy.FundingSource;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where stakes and payouts of stored legs go, also when a leg's bonus is over by then (rule book §3). */
final class LegReturns {

    private final WalletMovement movement;
    private final Coverage coverage;
    private final Journal journal;

    LegReturns(WalletMovement movement, Coverage coverage, Journal journal) {
        this.movement = movement;
        this.coverage = coverage;
        this.journal = journal;
    }

    /** Restores stake to the legs it came from; that of an ended bonus is then converted or forfeited. */
    void refund(BetAuthorized terms, List<LegAmount> refunds) {
        for (LegAmount refund : refunds) {
            Leg leg = terms.legs().get(refund.leg() - 1);
            movement.returnHold(
                    leg.bucketTypeCode(),
                    journal.leg(leg.number()),
                    PostingReason.STAKE_REFUND,
                    SystemAccount.BET_HOLD,
                    refund.amountMinor());
            String ended = endedBonus(leg);
            if (ended != null) {
                coverage.convertReturned(leg.bucketTypeCode(), ended, refund.amountMinor());
            }
        }
    }

    /** Pays a leg's share to the bucket it came from; that of an ended bonus to its conversion target. */
    void pay(BetAuthorized terms, LegAmount payout) {
        Leg leg = terms.legs().get(payout.leg() - 1);
        Journal booked = journal.leg(leg.number());
        String ended = endedBonus(leg);
        if (ended == null) {
            movement.credit(
                    leg.bucketTypeCode(), booked, PostingReason.PAYOUT, SystemAccount.HOUSE, payout.amountMinor());
        } else {
            coverage.payLate(leg.bucketTypeCode(), ended, booked, payout.amountMinor());
        }
    }

    private @Nullable String endedBonus(Leg leg) {
        boolean ended = leg.source() == FundingSource.BONUS
                && leg.bonusId() != null
                && movement.bucket(leg.bucketTypeCode()).endedBonuses().containsKey(leg.bonusId());
        return ended ? leg.bonusId() : null;
    }
}
