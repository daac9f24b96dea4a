package io.carat.core.bet;

import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.coupon.CampaignTerms;
import io.carat.core.coupon.CouponMovement;
import io.carat.core.coupon.CouponMovement.Booking;
import io.carat.core.coupon.CouponState;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.policy.FundingSource;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.WalletMovement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The leg of a bet that a coupon funds, as one transaction changes it (rule book §5): what becomes of its stake, and what of its
 * share is paid. Amounts are minor units. It lives for one decision and is not shared.
 */
final class CouponLeg {

    /** What stands for a bucket's code with legs that a coupon funds. */
    static final String TYPE = "COUPON";

    private final Leg leg;
    private final CouponMovement movement;
    private final String bucket;
    private final boolean paidNet;
    private CouponCounter counter;
    private long deductedMinor;
    private long addedMinor;
    private final Instant now;
    private @Nullable String bonusId;
    private @Nullable BonusGranted opened;

    /**
     * The coupon's leg of a bet.
     *
     * @param bucket the code of the bucket that the campaign's target means for the bet
     * @param paidNet whether the provider's payouts leave the coupon's stake out
     */
    CouponLeg(BetState.Bet bet, Leg leg, CouponState grant, String bucket, boolean paidNet, Instant now) {
        this.leg = leg;
        this.movement = new CouponMovement(grant, now);
        this.now = now;
        this.bucket = bucket;
        this.paidNet = paidNet;
        this.counter = bet.coupon();
    }

    /** The leg of a bet that a coupon funds; at most one. */
    static Optional<Leg> of(List<Leg> legs) {
        return legs.stream().filter(CouponLeg::isOne).findFirst();
    }

    static boolean isOne(Leg leg) {
        return leg.source() == FundingSource.COUPON;
    }

    Leg leg() {
        return leg;
    }

    CampaignTerms terms() {
        return movement.state().terms();
    }

    /** The code of the bucket that its share is paid to. */
    String bucket() {
        return bucket;
    }

    boolean paysToBonus() {
        return terms().payoutTarget() == CouponTarget.BONUS;
    }

    /** The turns of the bonuses in the bucket that it pays to. */
    BonusTurns turns(WalletMovement wallet, RequirementNumbers numbers) {
        return new BonusTurns(wallet, numbers, now);
    }

    List<LedgerEvent> events() {
        List<LedgerEvent> events = new ArrayList<>(movement.events());
        if (opened != null) {
            events.add(opened);
        }
        return events;
    }

    /**
     * Splits what the provider pays, and takes the coupon's stake out of its leg's share unless the campaign returns it; where
     * the provider has taken it out already, it is added before the split.
     *
     * @param capMinor the part of the coupon's stake that the payment is for
     */
    List<LegAmount> shares(long payoutMinor, long[] weightsMinor, long capMinor) {
        addedMinor = paidNet && payoutMinor > 0 ? Math.min(capMinor, counter.toAddMinor(leg.stakeMinor())) : 0;
        List<LegAmount> shares = new ArrayList<>();
        for (LegAmount share : LegSplit.of(Math.addExact(payoutMinor, addedMinor), weightsMinor)) {
            shares.add(share.leg() == leg.number() ? deducted(share, capMinor) : share);
        }
        return shares;
    }

    private LegAmount deducted(LegAmount share, long capMinor) {
        if (!terms().stakeReturned()) {
            long dueMinor = Math.min(capMinor, counter.toDeductMinor(leg.stakeMinor()));
            deductedMinor = Math.min(share.amountMinor(), dueMinor);
        }
        return new LegAmount(share.leg(), share.amountMinor() - deductedMinor);
    }

    /** Notes which bonus the leg's payment went into. */
    void paidInto(@Nullable String bonus) {
        bonusId = bonus;
    }

    /** Notes the bonus that the leg's payment has opened. */
    void opened(BonusGranted granted) {
        opened = granted;
    }

    /** What the transaction did to the leg apart from what was paid, for the bet's event. */
    CouponPaid paid() {
        return new CouponPaid(deductedMinor, addedMinor, bonusId);
    }

    /** Counts as if these settlements had not been; they had given back a part of the stake. */
    void forget(List<Settlement> settlements, long refundedMinor) {
        counter = counter.without(settlements).refunded(-refundedMinor);
    }

    /** Held stake goes to the house. */
    void takeHeld(Journal journal, long minor) {
        movement.consume(booking(journal), minor);
    }

    /** Held stake comes back; of a coupon that is used as a whole, only the whole does, a part counts as used. */
    void refundHeld(Journal journal, long minor) {
        if (comesBack(minor)) {
            movement.release(booking(journal), minor);
        } else {
            movement.consume(booking(journal), minor);
        }
    }

    /** Stake that the house had taken comes back, as far as this bet used it. */
    void restoreTaken(Journal journal, long minor) {
        if (comesBack(minor)) {
            movement.restore(
                    booking(journal),
                    Math.min(
                            minor, movement.state().usedByMinor(booking(journal).referenceId())));
        }
    }

    /** Stake that had come back is taken after all, as far as it is still there. */
    void retakeRefund(Journal journal, long minor) {
        if (comesBack(minor)) {
            movement.retake(
                    booking(journal), Math.min(minor, movement.state().amounts().remaining()));
        }
    }

    private boolean comesBack(long minor) {
        return terms().partialUse() || minor == terms().faceMinor();
    }

    private Booking booking(Journal journal) {
        return new Booking(journal.journalId(), journal.referenceId(), leg.number());
    }
}
