package io.carat.core.model.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform that a history is played on.
 *
 * @param brands each with its currencies
 * @param providers those that are connected
 * @param games the product of each
 * @param routes per product, in the topology's order
 */
public record Rules(
        Map<String, List<String>> brands, List<String> providers, Map<String, String> games, List<Route> routes) {

    /** The one bucket that is withdrawn from. */
    public static final String WITHDRAWABLE = "WITHDRAWABLE";

    /** Which buckets and which policy serve a product. */
    public record Route(String product, String normal, String bonus, String policy) {}

    /** Bounds of one source: take below min counts as 0, at most max, at most the share of the stake in bps. */
    public record Bound(long min, long max, int shareBps) {}

    /** How a stake counts: rate in bps; below the least odds, or without odds where there are least odds, nothing. */
    public record Rate(int bps, int minOdds) {}

    /** How much has to be wagered: multiplier in bps, rates by product. */
    public record Rolling(int multiplier, Map<String, Rate> rates) {}

    /** Bounds on bets. */
    public record Limits(
            long minStake,
            long maxStake,
            long maxPayout,
            @Nullable Long maxBonusStake,
            int minOdds,
            int maxOdds) {}

    /** One version of a policy. */
    public record Policy(
            String code,
            int version,
            boolean exclusive,
            List<String> order,
            Map<String, Bound> bounds,
            String withdrawable,
            Limits limits,
            Rolling deposit,
            Rolling bonus,
            Rolling toNormal,
            long lowBalance) {

        boolean paysToNormal() {
            return withdrawable.endsWith("TO_NORMAL");
        }
    }

    /** The route of a product. */
    public Route route(String product) {
        return routes.stream()
                .filter(it -> it.product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    /** The policy of credits to a bucket: that of the first route that uses it; null when there is no such bucket. */
    @Nullable
    String policyOfBucket(String type, boolean normal) {
        return routes.stream()
                .filter(it -> (normal ? it.normal() : it.bonus()).equals(type))
                .map(Route::policy)
                .findFirst()
                .orElse(null);
    }
}
