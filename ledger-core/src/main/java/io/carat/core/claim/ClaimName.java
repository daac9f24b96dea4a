package io.carat.core.claim;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;

/**
 * A key that can be used once, and the payload it is used with.
 *
 * @param claimId the claim's stream
 * @param key what the caller sent
 * @param fingerprint a digest of the payload
 */
public record ClaimName(String claimId, String key, String fingerprint) {

    /** The claim of an Idempotency-Key, unique per brand. */
    public static ClaimName ofRequest(String brandId, RequestKey request) {
        return new ClaimName(DerivedId.of(brandId, "request", request.key()), request.key(), request.fingerprint());
    }

    /** The claim of a provider's transaction id, unique per brand, provider and operation. */
    public static ClaimName ofTransaction(
            String brandId, String providerId, String operation, String transactionId, String fingerprint) {
        return new ClaimName(
                DerivedId.of(brandId, "transaction", providerId, operation, transactionId), transactionId, fingerprint);
    }
}
