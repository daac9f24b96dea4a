package io.carat.core.decision;

import io.carat.core.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identities derived from what a request names (ADR 0003), of the form {@code <brandId>.<kind>.<32 hex digits>}: the same
 * request always means the same stream, on any node and any event store, and the brand can be read off the id.
 */
public final class DerivedId {

    private static final String BRAND = "[a-z0-9-]{1,40}";
    private static final Pattern FORM = Pattern.compile("(" + BRAND + ")\\.([a-z]+)\\.[0-9a-f]{32}");
    private static final int DIGEST_BYTES = 16;

    private DerivedId() {}

    /** The id of a thing of this kind that is named by these parts within a brand. */
    public static String of(String brandId, String kind, String... parts) {
        return brandId + "." + kind + "." + HexFormat.of().formatHex(digest(parts), 0, DIGEST_BYTES);
    }

    /** A fingerprint of a payload's parts, in order; null parts count and differ from empty ones. */
    public static String fingerprint(@Nullable Object... parts) {
        String[] texts = new String[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Object part = parts[i];
            texts[i] = part == null ? "\0" : part.toString();
        }
        return HexFormat.of().formatHex(digest(texts), 0, DIGEST_BYTES);
    }

    /** The brand that an id of this kind belongs to; empty when the text is no such id. */
    public static Optional<String> brandOf(String kind, String id) {
        var matcher = FORM.matcher(id);
        boolean named = matcher.matches() && matcher.group(2).equals(kind);
        return named ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether a brand of this id can be read off derived ids: 1 to 40 of a-z, 0-9 and hyphen. */
    public static boolean isBrandId(String text) {
        return text.matches(BRAND);
    }

    private static byte[] digest(String... parts) {
        MessageDigest digest = Sha256.begin();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // the length goes first, so that no two lists of parts run together into the same bytes
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return digest.digest();
    }
}
