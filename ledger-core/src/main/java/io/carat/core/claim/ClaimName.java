package io.carat.core.claim;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;

/**
 * A key that can be used once, and the payload it is used with.
 *
 * @param claimId the claim's stream
 * @param key what the caller sent
 * @param fingerprint a digest of the payload
 * @param requestClaimId the claim of the request that it came with; its own for a request key
 */
public record ClaimName(String claimId, String key, String fingerprint, String requestClaimId) {

    /** The claim of an Idempotency-Key, unique per brand. */
    public static ClaimName ofRequest(String brandId, RequestKey request) {
        String claimId = requestClaimId(brandId, request);
        return new ClaimName(claimId, request.key(), request.fingerprint(), claimId);
    }

    /** The id of the claim of an Idempotency-Key. */
    public static String requestClaimId(String brandId, RequestKey request) {
        return DerivedId.of(brandId, "request", request.key());
    }

    /** The claim of a provider's transaction id, unique per brand, provider and operation. */
    public static ClaimName ofTransaction(
            String brandId,
            RequestKey request,
            String providerId,
            String operation,
            String transactionId,
            String fingerprint) {
        return new ClaimName(
                DerivedId.of(brandId, "transaction", providerId, operation, transactionId),
                transactionId,
                fingerprint,
                requestClaimId(brandId, request));
    }
}
