package io.carat.api.payment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the payment provider ({@code carat.payments.*}), as given; {@link Payments} checks them.
 *
 * @param providerId its name here, in events and in the callbacks' path ({@code provider-id})
 * @param url where its API begins ({@code url}); none: people pay
 * @param apiKey the bearer token that it knows us by ({@code api-key})
 * @param callbackSecret the shared key that it signs callbacks with ({@code callback-secret})
 * @param connectTimeout how long a connection may take ({@code connect-timeout})
 * @param readTimeout how long an answer may take ({@code read-timeout})
 * @param firstPause before a payout without outcome is asked about first ({@code first-pause})
 * @param longestPause what that pause, doubled each time, grows to ({@code longest-pause})
 */
@ConfigurationProperties("carat.payments")
record PaymentSettings(
        @DefaultValue("psp") String providerId,
        @Nullable String url,
        @Nullable String apiKey,
        @Nullable String callbackSecret,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("5m") Duration longestPause) {

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "PaymentSettings[" + providerId + ", " + url + "]";
    }
}
