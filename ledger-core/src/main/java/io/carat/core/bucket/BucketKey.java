package io.carat.core.bucket;

import java.util.Arrays;

/** What identifies a bucket (rule book §1). */
public record BucketKey(String brandId, String playerId, String currency, String topologyCode, String bucketTypeCode) {

    private static final String PREFIX = "bucket";

    /**
     * Reads a key off a bucket's id.
     *
     * @throws IllegalArgumentException if the text is no bucket's id
     */
    public static BucketKey parse(String bucketId) {
        String[] parts = bucketId.split(":", -1);
        if (parts.length != 6
                || !parts[0].equals(PREFIX)
                || Arrays.asList(parts).contains("")) {
            throw new IllegalArgumentException("Not a bucket's id: " + bucketId);
        }
        return new BucketKey(parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    /** The id of the bucket's stream and account: readable, and unique because none of the parts holds a colon. */
    public String bucketId() {
        return String.join(":", PREFIX, brandId, playerId, currency, topologyCode, bucketTypeCode);
    }
}
