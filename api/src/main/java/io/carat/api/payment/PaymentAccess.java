package io.carat.api.payment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How to reach the payment provider, checked. */
record PaymentAccess(
        String providerId,
        URI url,
        String apiKey,
        String callbackSecret,
        Duration connectTimeout,
        Duration readTimeout,
        Duration firstPause,
        Duration longestPause) {

    /** The key of callbacks' signatures: the secret's characters. */
    byte[] callbackKey() {
        return callbackSecret.getBytes(StandardCharsets.UTF_8);
    }

    /** The longest that one question to the provider takes, its repetitions included. */
    Duration longestCall() {
        return connectTimeout
                .plus(readTimeout)
                .plus(HttpPaymentProvider.RETRY_PAUSE)
                .multipliedBy(HttpPaymentProvider.STATUS_ATTEMPTS);
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "PaymentAccess[" + providerId + ", " + url + "]";
    }
}
