package io.carat.core.decision;

import org.jspecify.annotations.Nullable;

/**
 * The caller's request id and what it was sent with.
 *
 * @param key the Idempotency-Key header, unique per brand
 * @param fingerprint a digest of method, path and canonical body (rule book §0)
 * @param claimId for a callback the claim of its transaction id, which is its only key; null for a header's key
 */
public record RequestKey(
        String key, String fingerprint, @Nullable String claimId) {

    /** A key of the caller's own, unique per brand. */
    public RequestKey(String key, String fingerprint) {
        this(key, fingerprint, null);
    }
}
