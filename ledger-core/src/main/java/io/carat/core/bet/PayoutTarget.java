package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bonus.BonusEvent;
import io.carat.core.bonus.OpenedBonus;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.DerivedId;
import io.carat.core.money.Money;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.policy.WithdrawablePolicy.Payout;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.RequirementNumbers.Ground;
import io.carat.core.wallet.TargetCredit;
import io.carat.core.wallet.TargetCredit.Credited;
import io.carat.core.wallet.WalletMovement;
import org.jspecify.annotations.Nullable;

/**
 * Which bucket a leg is paid to: its own, or the product's NORMAL bucket where the policy of the bet's snapshot says so
 * for WITHDRAWABLE; then what is paid has to be wagered (rule book §2).
 */
final class PayoutTarget {

    /** What a coupon leg's requirements and bonuses are named after, beside the deed: WITHDRAWABLE legs have some too. */
    private static final String COUPON_PART = "/coupon";

    private final BetAuthorized terms;
    private final Policy policy;
    private final String normalBucket;
    private final RequirementNumbers numbers;
    private final @Nullable CouponLeg coupon;

    PayoutTarget(
            BetAuthorized terms,
            Policy policy,
            String normalBucket,
            RequirementNumbers numbers,
            @Nullable CouponLeg coupon) {
        this.terms = terms;
        this.policy = policy;
        this.normalBucket = normalBucket;
        this.numbers = numbers;
        this.coupon = coupon;
    }

    /** Whether a bet pays any leg to NORMAL that did not come from there. */
    static boolean paysToNormal(BetAuthorized terms, Policy policy) {
        return policy.funding().withdrawable().payout() == Payout.TO_NORMAL
                && terms.legs().stream().anyMatch(leg -> leg.source() == FundingSource.WITHDRAWABLE);
    }

    boolean isToNormal(Leg leg) {
        return leg.source() == FundingSource.WITHDRAWABLE
                && policy.funding().withdrawable().payout() == Payout.TO_NORMAL;
    }

    /** The type of the bucket that the leg's share is credited to while its bonus runs. */
    String bucketOf(Leg leg) {
        if (CouponLeg.isOne(leg)) {
            return coupon(leg).bucket();
        }
        return isToNormal(leg) ? normalBucket : leg.bucketTypeCode();
    }

    /**
     * The coupon that funds a leg.
     *
     * @throws IllegalStateException when none does
     */
    CouponLeg coupon(Leg leg) {
        if (coupon == null || coupon.leg().number() != leg.number()) {
            throw new IllegalStateException(terms.authorizationId() + " has no coupon on " + leg);
        }
        return coupon;
    }

    /** Whether debts take their part of what the leg is paid (rule book §3). */
    boolean paysDebts(Leg leg) {
        return switch (leg.source()) {
            case NORMAL, WITHDRAWABLE -> true;
            case BONUS -> false;
            case COUPON -> !coupon(leg).paysToBonus();
        };
    }

    /** Pays a coupon's share to where its campaign pays; of the amount, debts take a part. Both in minor units. */
    void creditCoupon(
            CouponLeg paid,
            WalletMovement movement,
            Journal journal,
            PostingReason reason,
            long amountMinor,
            long recoveredMinor,
            BetDeed deed) {
        if (amountMinor == 0) {
            return;
        }
        paid.turns(movement, numbers).startNext(); // a bonus that waits takes the payment in, rather than a new one
        Credited credited = new TargetCredit(movement, numbers, couponTerms(paid, deed))
                .pay(journal, reason, SystemAccount.HOUSE, amountMinor, recoveredMinor);
        Money amount = new Money(amountMinor, terms.stake().currency());
        paid.paidInto(credited.bonusId());
        OpenedBonus.of(credited, amount, movement.bucket(paid.bucket()), ground(), terms.authorizationId())
                .ifPresent(paid::opened);
    }

    /** What payments of a coupon's share to NORMAL owe. */
    PayoutRolling.Owed couponRolling(CouponLeg paid) {
        RollingTerms rolling = couponTerms(paid, BetDeed.settlement("any")).normalRolling();
        return new PayoutRolling.Owed(RequirementKind.COUPON, rolling, COUPON_PART);
    }

    /** The id of the bonus that a payment of a coupon's share may open. */
    static String couponBonusId(BetAuthorized terms, BetDeed deed) {
        return DerivedId.of(terms.brandId(), BonusEvent.KIND, deed.causeOf(terms.authorizationId()) + COUPON_PART);
    }

    private TargetCredit.Terms couponTerms(CouponLeg paid, BetDeed deed) {
        return new TargetCredit.Terms(
                paid.terms().payoutTarget(),
                paid.bucket(),
                paid.terms().multiplierBps(),
                sourceId(deed) + COUPON_PART,
                couponBonusId(terms, deed),
                terms.stake().currency(),
                policy,
                ground());
    }

    /** The product's NORMAL bucket. */
    String normalBucket() {
        return normalBucket;
    }

    /** Credits NORMAL with what a WITHDRAWABLE leg won; the net, what debts did not take, has to be wagered. */
    void creditToNormal(
            WalletMovement movement,
            Journal journal,
            PostingReason reason,
            long amountMinor,
            long netMinor,
            BetDeed deed) {
        if (netMinor == 0 || policy.toNormalRolling().multiplierBps() == 0) {
            movement.credit(normalBucket, journal, reason, SystemAccount.HOUSE, amountMinor);
        } else {
            movement.creditCovered(
                    normalBucket,
                    journal,
                    reason,
                    SystemAccount.HOUSE,
                    amountMinor,
                    numbers.next(
                            RequirementKind.TO_NORMAL,
                            sourceId(deed),
                            movement.bucket(normalBucket).id(),
                            netMinor,
                            policy.toNormalRolling(),
                            ground()),
                    null);
        }
    }

    /** What a requirement of a payout is named after. */
    String sourceId(BetDeed deed) {
        return deed.causeOf(terms.authorizationId());
    }

    /** The rolling that what a WITHDRAWABLE leg won owes. */
    PayoutRolling.Owed rolling() {
        return new PayoutRolling.Owed(RequirementKind.TO_NORMAL, policy.toNormalRolling(), "");
    }

    /** What requirements of this bet are decided under. */
    Ground ground() {
        return new Ground(terms.topology(), terms.policy());
    }
}
