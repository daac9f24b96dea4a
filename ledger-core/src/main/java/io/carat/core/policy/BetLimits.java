package io.carat.core.policy;

import io.carat.core.money.Money;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on bets (rule book §2, §3).
 *
 * @param stakes per currency; one that is not listed has no bounds
 * @param minOddsMilli bets below these decimal odds, in thousandths, are refused; 0 for any. Bets without odds pass
 * @param maxOddsMilli bets above these odds are refused
 */
public record BetLimits(Map<String, StakeLimits> stakes, int minOddsMilli, int maxOddsMilli) {

    /** No bounds. */
    public static final BetLimits NONE = new BetLimits(Map.of(), 0, Integer.MAX_VALUE);

    private static final BigInteger ONE_MILLI = BigInteger.valueOf(1_000);

    public BetLimits {
        stakes = Map.copyOf(stakes);
    }

    /** The bounds of a currency. */
    public StakeLimits of(String currency) {
        return stakes.getOrDefault(currency, StakeLimits.NONE);
    }

    /** Which bound a bet breaks, in one sentence; empty when it breaks none. Odds are in thousandths, null for none. */
    public Optional<String> brokenBy(Money stake, @Nullable Integer oddsMilli) {
        StakeLimits bounds = of(stake.currency());
        if (stake.amountMinor() < bounds.minStakeMinor()) {
            return Optional.of("A stake is at least " + bounds.minStakeMinor() + ", not " + stake.amountMinor() + ".");
        }
        if (stake.amountMinor() > bounds.maxStakeMinor()) {
            return Optional.of("A stake is at most " + bounds.maxStakeMinor() + ", not " + stake.amountMinor() + ".");
        }
        return oddsMilli == null ? Optional.empty() : brokenBy(stake, oddsMilli, bounds);
    }

    private Optional<String> brokenBy(Money stake, int odds, StakeLimits bounds) {
        if (odds < minOddsMilli || odds > maxOddsMilli) {
            return Optional.of(
                    "Odds are from " + minOddsMilli + " to " + maxOddsMilli + " thousandths, not " + odds + ".");
        }
        BigInteger payout = BigInteger.valueOf(stake.amountMinor())
                .multiply(BigInteger.valueOf(odds))
                .divide(ONE_MILLI);
        return payout.compareTo(BigInteger.valueOf(bounds.maxPayoutMinor())) > 0
                ? Optional.of("The bet may win " + payout + ", more than " + bounds.maxPayoutMinor() + ".")
                : Optional.empty();
    }
}
