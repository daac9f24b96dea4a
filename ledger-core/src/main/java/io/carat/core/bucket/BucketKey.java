package io.carat.core.bucket;

/** What identifies a bucket (rule book §1). */
public record BucketKey(String brandId, String playerId, String currency, String topologyCode, String bucketTypeCode) {

    /** The id of the bucket's stream and account: readable, and unique because none of the parts holds a colon. */
    public String bucketId() {
        return "bucket:" + brandId + ":" + playerId + ":" + currency + ":" + topologyCode + ":" + bucketTypeCode;
    }
}
