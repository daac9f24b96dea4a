package io.carat.core.provider;

/** How a callback proves who sent it. Both sign the raw body. */
public enum SignatureScheme {
    /** {@code X-Signature: t=<unix seconds>,v1=<hex>}, a shared key; the time is signed too. */
    HMAC_SHA256,
    /** {@code X-Hub88-Signature: <base64>}, the provider's private key; no time, so only transaction ids stop a replay. */
    RSA_SHA256
}
