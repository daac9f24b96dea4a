package io.carat.core.policy;

import java.util.Map;

/**
 * How much has to be wagered for a credit.
 *
 * @param multiplierBps required = ceil(base × multiplier / 10000)
 * @param contributions by product code; a product that is not listed counts nothing
 */
public record RollingTerms(int multiplierBps, Map<String, Contribution> contributions) {
    public RollingTerms {
        contributions = Map.copyOf(contributions);
    }
}
