package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.policy.WithdrawablePolicy.Payout;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.RequirementNumbers.Ground;
import io.carat.core.wallet.WalletMovement;

/**
 * Which bucket a leg is paid to: its own, or the product's NORMAL bucket where the policy of the bet's snapshot says so
 * for WITHDRAWABLE; then what is paid has to be wagered (rule book §2).
 */
final class PayoutTarget {

    private final BetAuthorized terms;
    private final Policy policy;
    private final String normalBucket;
    private final RequirementNumbers numbers;

    PayoutTarget(BetAuthorized terms, Policy policy, String normalBucket, RequirementNumbers numbers) {
        this.terms = terms;
        this.policy = policy;
        this.normalBucket = normalBucket;
        this.numbers = numbers;
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
        return isToNormal(leg) ? normalBucket : leg.bucketTypeCode();
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
    RollingTerms rolling() {
        return policy.toNormalRolling();
    }

    /** What requirements of this bet are decided under. */
    Ground ground() {
        return new Ground(terms.topology(), terms.policy());
    }
}
