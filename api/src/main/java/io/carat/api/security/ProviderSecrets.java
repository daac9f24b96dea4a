package io.carat.api.security;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What provider callbacks are verified with. The server keeps hub88's public key only: the private one is the provider's. */
@Repository
class ProviderSecrets {

    private static final int HMAC_BYTES = 32;
    private static final int RSA_BITS = 2048;
    private static final int PEM_LINE = 64;

    private final JdbcClient jdbc;

    ProviderSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Generated generate(SecureRandom random) {
        byte[] hmac = new byte[HMAC_BYTES];
        random.nextBytes(hmac);
        KeyPair hub88 = rsa(random);
        return new Generated(
                Base64.getUrlEncoder().withoutPadding().encodeToString(hmac),
                pem("PRIVATE KEY", hub88.getPrivate().getEncoded()),
                pem("PUBLIC KEY", hub88.getPublic().getEncoded()));
    }

    void replace(Generated keys) {
        jdbc.sql("DELETE FROM provider_secret WHERE provider_id IN ('generic', 'hub88')")
                .update();
        insert("generic", "HMAC_SHA256", keys.generic);
        insert("hub88", "RSA_PUBLIC_KEY", keys.hub88Public);
    }

    private void insert(String providerId, String kind, String secret) {
        jdbc.sql("INSERT INTO provider_secret (provider_id, kind, secret) VALUES (?, ?, ?)")
                .params(providerId, kind, secret)
                .update();
    }

    private static KeyPair rsa(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /**
     * New keys, the private ones for the providers' side.
     *
     * @param generic the shared HMAC key, used as these characters in UTF-8
     */
    record Generated(String generic, String hub88Private, String hub88Public) {

        Map<String, String> forProviders() {
            Map<String, String> secrets = new LinkedHashMap<>();
            secrets.put("generic", generic);
            secrets.put("hub88", hub88Private);
            return secrets;
        }

        /** Secrets stay out of logs. */
        @Override
        public String toString() {
            return "Generated[***]";
        }
    }
}
