package io.carat.core.transfer;

/**
 * Between what a transfer goes.
 *
 * @param named what the two names are
 * @param from where the money leaves
 * @param to where it arrives
 */
public record TransferEnds(Named named, String from, String to) {

    /** What ends are named by. */
    public enum Named {
        /** Codes of bucket types. */
        BUCKETS,
        /** Codes of products: the topology says which NORMAL buckets serve them. */
        PRODUCTS
    }

    /** Between the buckets of these types. */
    public static TransferEnds ofBuckets(String from, String to) {
        return new TransferEnds(Named.BUCKETS, from, to);
    }

    /** Between the NORMAL buckets of these products. */
    public static TransferEnds ofProducts(String from, String to) {
        return new TransferEnds(Named.PRODUCTS, from, to);
    }
}
