package io.carat.ops.client;

import java.util.List;

/** The snapshot of a wallet: always current. Amounts in minor units. */
public record Wallet(List<Bucket> buckets, List<Requirement> rolling, long position) {

    /** A wallet that nothing was ever credited to. */
    public static final Wallet UNOPENED = new Wallet(List.of(), List.of(), 0);

    /** One balance: what can be spent, and beside it what is held. */
    public record Bucket(String type, long available, long held) {}

    /** A wagering requirement of a bucket. */
    public record Requirement(String requirementId, String bucket, String status, long required, long remaining) {

        /** Whether it still covers its bucket's money. */
        public boolean open() {
            return status.equals("PENDING") || status.equals("ACTIVE");
        }
    }

    public Wallet {
        buckets = List.copyOf(buckets);
        rolling = List.copyOf(rolling);
    }

    /** What a bucket has available; 0 when the wallet lacks it. */
    public long available(String type) {
        return buckets.stream()
                .filter(bucket -> bucket.type().equals(type))
                .mapToLong(Bucket::available)
                .sum();
    }

    /** What still has to be wagered on a bucket. */
    public long remaining(String type) {
        return openOn(type).stream().mapToLong(Requirement::remaining).sum();
    }

    /** The requirements that cover a bucket's money. */
    public List<Requirement> openOn(String type) {
        return rolling.stream()
                .filter(requirement ->
                        requirement.open() && requirement.bucket().equals(type))
                .toList();
    }
}
