package io.carat.core.policy;

import io.carat.core.money.Money;
import java.util.Map;

/**
 * How much has to be wagered for a credit.
 *
 * @param multiplierBps required = ceil(base × multiplier / 10000)
 * @param contributions by product code; a product that is not listed counts nothing
 */
public record RollingTerms(int multiplierBps, Map<String, Contribution> contributions) {

    /** The largest multiplier of one credit: with {@link Money#MAX_REQUEST_MINOR} what is required fits a long. */
    public static final int MAX_MULTIPLIER_BPS = 10_000_000;

    public RollingTerms {
        contributions = Map.copyOf(contributions);
    }
}
