package io.carat.core.points;

import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.policy.PointsLimits;
import io.carat.core.policy.PointsTerms;
import io.carat.core.policy.Policy;
import java.util.Optional;

/**
 * What an offer of points comes to by a policy's rate: whole units only, units = floor(offered / rate), the rest stays (rule
 * book §6). 12345 points at 100 for 10 take 12300 and credit 1230.
 *
 * @param points what is taken
 * @param amountMinor what is credited, in minor units
 */
record PointsExchange(long points, long amountMinor) {

    /** What a policy has against an offer; empty when it has nothing. */
    static Optional<Rejection> refuse(Policy policy, long offered) {
        PointsTerms rate = policy.points();
        if (!rate.hasRate()) {
            return refusal(RejectionCode.POINTS_RATE_MISSING, "Policy " + policy.code() + " exchanges no points.");
        }
        PointsLimits limits = policy.pointsBounds();
        if (offered < limits.min() || offered < rate.points()) {
            long least = Math.max(limits.min(), rate.points());
            return refusal(RejectionCode.BELOW_MIN, "A transfer takes at least " + least + " points, not " + offered);
        }
        if (offered > limits.max()) {
            return refusal(RejectionCode.ABOVE_MAX, "A transfer takes at most " + limits.max() + ", not " + offered);
        }
        return rate.units(offered) > Money.MAX_REQUEST_MINOR / rate.amountMinor()
                ? refusal(RejectionCode.ABOVE_MAX, "A transfer credits at most " + Money.MAX_REQUEST_MINOR)
                : Optional.empty();
    }

    /** The exchange of an offer that was not refused. */
    static PointsExchange of(PointsTerms rate, long offered) {
        long units = rate.units(offered);
        return new PointsExchange(
                Math.multiplyExact(units, rate.points()), Math.multiplyExact(units, rate.amountMinor()));
    }

    private static Optional<Rejection> refusal(RejectionCode code, String detail) {
        return Optional.of(Rejection.of(code, detail.endsWith(".") ? detail : detail + "."));
    }
}
