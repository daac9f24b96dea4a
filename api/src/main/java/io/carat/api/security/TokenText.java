package io.carat.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * An API token in clear: {@code carat_} and 32 random bytes in base64url. With that much randomness a plain SHA-256 is
 * enough to store.
 */
public record TokenText(String value) {

    private static final String PREFIX = "carat_";
    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("carat_[A-Za-z0-9_-]{43}");

    /** A new token. */
    public static TokenText random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new TokenText(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    boolean isWellFormed() {
        return FORM.matcher(value).matches();
    }

    /** What is stored of it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Tokens stay out of logs. */
    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
