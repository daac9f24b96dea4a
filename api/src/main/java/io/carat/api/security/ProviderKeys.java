package io.carat.api.security;

import io.carat.core.provider.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that provider callbacks are verified with, from memory when they were read within {@link #FRESH_SECONDS}. */
@Component
public class ProviderKeys {

    /** How long a key that was replaced is still taken on other nodes. */
    public static final int FRESH_SECONDS = 5;

    /** The shortest shared key, in characters. */
    public static final int SHORTEST_SHARED = 16;

    private static final int SHORTEST_RSA_BITS = 2048;
    private static final long FRESH_NANOS = Duration.ofSeconds(FRESH_SECONDS).toNanos();

    private final JdbcClient jdbc;
    private final Map<String, Known> recent = new ConcurrentHashMap<>();

    ProviderKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key of one of the two schemes. */
    public sealed interface CallbackKey {
        /** A secret that both sides know. */
        record Shared(SecretKey secret) implements CallbackKey {}

        /** The provider's own, of which only the public half is here. */
        record Public(PublicKey key) implements CallbackKey {}
    }

    private record Known(CallbackKey key, long readAt) {}

    private record Row(String kind, String secret) {}

    /** The key of a provider that is connected; empty while it has none. */
    public Optional<CallbackKey> find(String providerId) {
        Known known = recent.get(providerId);
        if (known != null && System.nanoTime() - known.readAt < FRESH_NANOS) {
            return Optional.of(known.key);
        }
        long readAt = System.nanoTime();
        Optional<CallbackKey> key = jdbc.sql("SELECT kind, secret FROM provider_secret WHERE provider_id = ?")
                .param(providerId)
                .query((row, number) -> new Row(row.getString(1), row.getString(2)))
                .optional()
                .map(row -> parse(scheme(row.kind), row.secret));
        key.ifPresentOrElse(found -> recent.put(providerId, new Known(found, readAt)), () -> recent.remove(providerId));
        return key;
    }

    /** Replaces a provider's key; the old one is taken no more. */
    public void replace(String providerId, SignatureScheme scheme, String secret) {
        jdbc.sql("""
            INSERT INTO provider_secret (provider_id, kind, secret) VALUES (:provider, :kind, :secret)
            ON CONFLICT (provider_id) DO UPDATE SET kind = :kind, secret = :secret, created_at = now()\
            """)
                .param("provider", providerId)
                .param("kind", kind(scheme))
                .param("secret", secret)
                .update();
        recent.remove(providerId);
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException when it is none of that scheme, or too short; the key is not repeated
     */
    public static CallbackKey parse(SignatureScheme scheme, String secret) {
        return switch (scheme) {
            case HMAC_SHA256 -> shared(secret);
            case RSA_SHA256 -> new CallbackKey.Public(rsa(secret));
        };
    }

    private static CallbackKey shared(String secret) {
        if (!secret.matches("[\\x21-\\x7e]{" + SHORTEST_SHARED + ",512}")) {
            throw new IllegalArgumentException(
                    "A shared key has " + SHORTEST_SHARED + " to 512 printable ASCII characters without spaces.");
        }
        return new CallbackKey.Shared(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    private static PublicKey rsa(String pem) {
        try {
            String body = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
            PublicKey key = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
            if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA_BITS) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("An RSA key is a public key in PEM (BEGIN PUBLIC KEY).", e);
        }
        throw new IllegalArgumentException("An RSA key has " + SHORTEST_RSA_BITS + " bits or more.");
    }

    // The table's names are older than the scheme's.
    private static String kind(SignatureScheme scheme) {
        return switch (scheme) {
            case HMAC_SHA256 -> "HMAC_SHA256";
            case RSA_SHA256 -> "RSA_PUBLIC_KEY";
        };
    }

    private static SignatureScheme scheme(String kind) {
        return kind.equals("RSA_PUBLIC_KEY") ? SignatureScheme.RSA_SHA256 : SignatureScheme.HMAC_SHA256;
    }
}
