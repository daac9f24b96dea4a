package io.carat.api.payment;

import io.carat.api.startup.StartupRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The payment provider that this server is set up with, if any. A setting that is wrong refuses the start. */
@Component
public final class Payments {

    private static final int SHORTEST_SECRET = 16;
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Pattern PROVIDER_ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

    private final @Nullable PaymentAccess access;

    Payments(PaymentSettings settings) {
        this.access = checked(settings);
    }

    /** The id of the payment provider that withdrawals are paid by from now on; null where people pay. */
    public @Nullable String payingProviderId() {
        return access == null ? null : access.providerId();
    }

    Optional<PaymentAccess> access() {
        return Optional.ofNullable(access);
    }

    private static @Nullable PaymentAccess checked(PaymentSettings settings) {
        String url = given(settings.url());
        if (url == null) {
            requireNoneWithoutUrl("api-key", settings.apiKey());
            requireNoneWithoutUrl("callback-secret", settings.callbackSecret());
            return null;
        }
        return new PaymentAccess(
                matching("provider-id", settings.providerId(), PROVIDER_ID, "up to 40 of a-z 0-9 -"),
                url(url),
                secret("api-key", settings.apiKey(), 1),
                secret("callback-secret", settings.callbackSecret(), SHORTEST_SECRET),
                within("connect-timeout", settings.connectTimeout(), LONGEST_TIMEOUT),
                within("read-timeout", settings.readTimeout(), LONGEST_TIMEOUT),
                within("first-pause", settings.firstPause(), LONGEST_PAUSE),
                within("longest-pause", settings.longestPause(), LONGEST_PAUSE));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static void requireNoneWithoutUrl(String setting, @Nullable String value) {
        if (given(value) != null) {
            throw new StartupRefused("the setting carat.payments.url is missing: carat.payments." + setting
                    + " is given, and is of no use without it");
        }
    }

    private static URI url(String value) {
        try {
            URI url = new URI(value);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web
                    && url.getHost() != null
                    && url.getQuery() == null
                    && url.getFragment() == null
                    && url.getUserInfo() == null) {
                return URI.create(value.replaceFirst("/+$", ""));
            }
        } catch (URISyntaxException e) {
            // Told below, as any other value that is no address.
        }
        // Not repeated: people put passwords into addresses.
        throw new StartupRefused("the setting carat.payments.url is not valid: expected an address such as"
                + " https://psp.example/v1, without query, fragment or password");
    }

    private static String secret(String setting, @Nullable String value, int shortest) {
        String secret = given(value);
        if (secret == null) {
            throw new StartupRefused(
                    "the setting carat.payments." + setting + " is missing: it is needed with carat.payments.url");
        }
        if (!KEY.matcher(secret).matches() || secret.length() < shortest) {
            throw new StartupRefused("the setting carat.payments." + setting + " is not valid: expected " + shortest
                    + " or more printable ASCII characters without spaces");
        }
        return secret;
    }

    private static String matching(String setting, String value, Pattern form, String expected) {
        if (!form.matcher(value).matches()) {
            throw new StartupRefused(
                    "the setting carat.payments." + setting + " = '" + value + "' is not valid: expected " + expected);
        }
        return value;
    }

    private static Duration within(String setting, Duration value, Duration longest) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
            throw new StartupRefused("the setting carat.payments." + setting + " = '" + value.toMillis()
                    + "ms' is not valid: expected " + SHORTEST.toMillis() + "ms to " + longest.toMillis() + "ms");
        }
        return value;
    }
}
