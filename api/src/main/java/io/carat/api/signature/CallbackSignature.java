package io.carat.api.signature;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code X-Signature: t=<unix seconds>,v1=<hex>}, where v1 is the HMAC-SHA256 of {@code <t>.<raw body>}. The time is
 * signed too, so that a callback that was overheard cannot be sent again later.
 */
public final class CallbackSignature {

    /** The header that carries the signature. */
    public static final String HEADER = "X-Signature";

    /** How far the sender's clock, and the way of the message, may be from ours; to either side. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-fA-F]{64})");

    private final Clock clock;

    /** Checks by this clock. */
    public CallbackSignature(Clock clock) {
        this.clock = clock;
    }

    /**
     * Accepts a body that was signed with the secret lately.
     *
     * @param header the value of {@link #HEADER}, null when it was not sent
     * @param body the bytes as they came, before anything reads them
     * @throws BadSignatureException when the header is missing or malformed, too old or too new, or does not fit the body
     */
    public void require(@Nullable String header, byte[] body, byte[] secret) {
        if (header == null) {
            throw new BadSignatureException("The header " + HEADER + " is missing.");
        }
        Matcher parts = FORM.matcher(header);
        if (!parts.matches()) {
            throw new BadSignatureException("The header " + HEADER + " must be t=<unix seconds>,v1=<64 hex digits>.");
        }
        byte[] given = HexFormat.of().parseHex(parts.group(2));
        if (!MessageDigest.isEqual(given, hmac(secret, parts.group(1), body))) {
            throw new BadSignatureException("The signature does not fit the body.");
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        if (Duration.between(signedAt, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw new BadSignatureException(
                    "The signature's time is more than " + TOLERANCE.toMinutes() + " minutes from now.");
        }
    }

    /** The header of a body that is signed at this time. */
    public static String header(Instant at, byte[] body, byte[] secret) {
        String seconds = Long.toString(at.getEpochSecond());
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(secret, seconds, body));
    }

    private static byte[] hmac(byte[] secret, String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM + ", and any key fits", e);
        }
    }
}
