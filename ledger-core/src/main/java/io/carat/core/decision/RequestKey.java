package io.carat.core.decision;

/**
 * The caller's request id and what it was sent with.
 *
 * @param key the Idempotency-Key header, unique per brand
 * @param fingerprint a digest of method, path and canonical body (rule book §0)
 */
public record RequestKey(String key, String fingerprint) {}
