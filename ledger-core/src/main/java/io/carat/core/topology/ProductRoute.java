package io.carat.core.topology;

/**
 * Where bets on a product find their money and their rules.
 *
 * @param product the product's code, for example SLOTS
 * @param normalBucket the code of its NORMAL bucket
 * @param bonusBucket the code of its BONUS bucket
 * @param policyCode the policy its bets are decided under
 */
public record ProductRoute(String product, String normalBucket, String bonusBucket, String policyCode) {

    /** Whether a bucket type serves the product. */
    public boolean uses(String bucketTypeCode) {
        return normalBucket.equals(bucketTypeCode) || bonusBucket.equals(bucketTypeCode);
    }
}
