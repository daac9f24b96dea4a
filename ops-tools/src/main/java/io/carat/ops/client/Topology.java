package io.carat.ops.client;

import java.util.List;

/**
 * The active topology: which buckets a wallet has and which products they serve.
 *
 * @param code for example RUBY_SPLIT_V1
 */
public record Topology(String code, int version, List<BucketType> buckets, List<Route> routes) {

    /** A bucket type and what it is for: NORMAL, BONUS, WITHDRAWABLE or POINTS. */
    public record BucketType(String code, String role) {}

    /** Where bets on a product find their money. */
    public record Route(String product, String normalBucket, String bonusBucket) {}

    public Topology {
        buckets = List.copyOf(buckets);
        routes = List.copyOf(routes);
    }

    /**
     * The route of a product.
     *
     * @throws CaratFailure when the topology does not serve it
     */
    public Route route(String product) {
        return routes.stream()
                .filter(route -> route.product().equals(product))
                .findFirst()
                .orElseThrow(() -> new CaratFailure("Topology " + code + " serves no " + product + "."));
    }

    /**
     * The code of the WITHDRAWABLE bucket.
     *
     * @throws CaratFailure when the topology has none
     */
    public String withdrawable() {
        return buckets.stream()
                .filter(bucket -> bucket.role().equals("WITHDRAWABLE"))
                .map(BucketType::code)
                .findFirst()
                .orElseThrow(() -> new CaratFailure("Topology " + code + " has no WITHDRAWABLE bucket."));
    }
}
