package io.carat.core.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a topology: which buckets exist and which products they serve (rule book §1).
 *
 * @param code the topology's name, for example RUBY_SPLIT_V1
 * @param version 1 and up
 * @param buckets every bucket type of a wallet
 * @param routes one per product
 * @param transfers the pairs that transfers may use; null where the version does not say: every NORMAL to every other, and
 *     POINTS to every NORMAL
 */
public record Topology(
        String code,
        int version,
        List<BucketType> buckets,
        List<ProductRoute> routes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TransferPair> transfers) {

    public Topology {
        buckets = List.copyOf(buckets);
        routes = List.copyOf(routes);
        transfers = transfers == null ? null : List.copyOf(transfers);
    }

    /** A version that does not say which transfers may be made. */
    public static Topology of(String code, int version, List<BucketType> buckets, List<ProductRoute> routes) {
        return new Topology(code, version, buckets, routes, null);
    }

    /** The code and version to record with a decision. */
    public TopologyRef ref() {
        return new TopologyRef(code, version);
    }

    /** The same content under another number. */
    public Topology withVersion(int other) {
        return new Topology(code, other, buckets, routes, transfers);
    }

    /** Whether another version says the same. */
    public boolean hasContentOf(Topology other) {
        return withVersion(other.version).equals(other);
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

    /** The NORMAL buckets that a product shares with this BONUS bucket, each once. */
    public List<String> normalsBeside(String bonusBucket) {
        return routes.stream()
                .filter(route -> route.bonusBucket().equals(bonusBucket))
                .map(ProductRoute::normalBucket)
                .distinct()
                .toList();
    }

    /** What a decision about a BONUS bucket loads: that bucket, the NORMAL buckets beside it, and WITHDRAWABLE. */
    public List<String> aroundBonus(String bonusBucket) {
        return Stream.of(Stream.of(bonusBucket, withdrawable()), normalsBeside(bonusBucket).stream())
                .flatMap(types -> types)
                .distinct()
                .toList();
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

    /** The products that it serves, in its order. */
    public List<String> products() {
        return routes.stream().map(ProductRoute::product).toList();
    }

    /** Every pair that transfers may use, said or not. */
    public List<TransferPair> allowedTransfers() {
        return transfers == null ? everyTransfer() : transfers;
    }

    /** Whether a transfer from one of its buckets to another may be made (rule book §8). */
    public boolean allowsTransfer(String from, String to) {
        return allowedTransfers().contains(new TransferPair(from, to));
    }

    /**
     * The policy that credits into a bucket are decided under: that of the first route which uses the bucket. Buckets
     * that several products share take the policy of the product listed first (ADR 0006).
     */
    public Optional<String> policyOfBucket(String bucketTypeCode) {
        return routes.stream()
                .filter(route -> route.uses(bucketTypeCode))
                .map(ProductRoute::policyCode)
                .findFirst();
    }

    /**
     * The bucket types whose money another topology would not reach: all of them under another code, since a bucket's key
     * has the code in it; else those that it lacks, has in another role, or from which it no longer serves a product.
     */
    public List<BucketType> lostIn(Topology next) {
        return code.equals(next.code)
                ? buckets.stream().filter(type -> !next.keeps(type, routes)).toList()
                : buckets;
    }

    private boolean keeps(BucketType type, List<ProductRoute> before) {
        return buckets.contains(type)
                && before.stream()
                        .filter(route -> route.uses(type.code()))
                        .allMatch(route -> route(route.product())
                                .filter(now -> now.uses(type.code()))
                                .isPresent());
    }

    private List<TransferPair> everyTransfer() {
        List<BucketType> targets = bucketsOf(BucketRole.NORMAL);
        return buckets.stream()
                .filter(from -> from.role() == BucketRole.NORMAL || from.role() == BucketRole.POINTS)
                .flatMap(from -> targets.stream()
                        .filter(to -> !to.equals(from))
                        .map(to -> new TransferPair(from.code(), to.code())))
                .toList();
    }

    private BucketType onlyBucketOf(BucketRole role) {
        List<BucketType> found = bucketsOf(role);
        if (found.size() != 1) {
            throw new IllegalStateException(code + " version " + version + " has " + found.size() + " " + role);
        }
        return found.getFirst();
    }
}
