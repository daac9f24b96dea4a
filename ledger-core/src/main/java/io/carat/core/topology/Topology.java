package io.carat.core.topology;

import java.util.List;
import java.util.Optional;

/**
 * One immutable version of a topology: which buckets exist and which products they serve (rule book §1).
 *
 * @param code the topology's name, for example RUBY_SPLIT_V1
 * @param version 1 and up
 * @param buckets every bucket type of a wallet
 * @param routes one per product
 */
public record Topology(String code, int version, List<BucketType> buckets, List<ProductRoute> routes) {

    public Topology {
        buckets = List.copyOf(buckets);
        routes = List.copyOf(routes);
    }

    /** The code and version to record with a decision. */
    public TopologyRef ref() {
        return new TopologyRef(code, version);
    }

    /** The bucket type of this code; empty when the topology has none. */
    public Optional<BucketType> bucket(String bucketTypeCode) {
        return buckets.stream()
                .filter(type -> type.code().equals(bucketTypeCode))
                .findFirst();
    }

    /** The route of a product; empty when the topology does not serve it. */
    public Optional<ProductRoute> route(String product) {
        return routes.stream().filter(route -> route.product().equals(product)).findFirst();
    }

    /** The code of the one WITHDRAWABLE bucket. */
    public String withdrawable() {
        return onlyBucketOf(BucketRole.WITHDRAWABLE).code();
    }

    /** The code of the one POINTS bucket. */
    public String points() {
        return onlyBucketOf(BucketRole.POINTS).code();
    }

    /** The bucket types of a role, in the topology's order. */
    public List<BucketType> bucketsOf(BucketRole role) {
        return buckets.stream().filter(type -> type.role() == role).toList();
    }

    /**
     * The policy that credits into a bucket are decided under: that of the first route which uses the bucket. Buckets
     * that several products share take the policy of the product listed first (ADR 0006).
     */
    public Optional<String> policyOfBucket(String bucketTypeCode) {
        return routes.stream()
                .filter(route -> route.normalBucket().equals(bucketTypeCode)
                        || route.bonusBucket().equals(bucketTypeCode))
                .map(ProductRoute::policyCode)
                .findFirst();
    }

    private BucketType onlyBucketOf(BucketRole role) {
        List<BucketType> found = bucketsOf(role);
        if (found.size() != 1) {
            throw new IllegalStateException(code + " version " + version + " has " + found.size() + " " + role);
        }
        return found.getFirst();
    }
}
