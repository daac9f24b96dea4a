package io.carat.api.security;

import java.util.Map;

/**
 * The content of {@code credentials.json}: tokens in clear, and the keys that providers sign with.
 *
 * @param providerSecrets by provider: a shared HMAC key or a PEM private key
 */
record Credentials(
        String admin,
        String operator,
        String provider,
        String finance,
        String ops,
        Map<String, String> providerSecrets) {

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
