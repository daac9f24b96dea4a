package io.carat.api.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code X-Hub88-Signature: <base64>}: RSA with SHA-256 over the raw body. No time is signed, so a callback that was
 * overheard could be sent again; its transaction id makes sure that it does nothing a second time.
 */
public final class RsaSignature {

    /** The header that carries the signature. */
    public static final String HEADER = "X-Hub88-Signature";

    private static final String ALGORITHM = "SHA256withRSA";

    private RsaSignature() {}

    /**
     * Accepts a body that was signed with the private half of the key.
     *
     * @param header the value of {@link #HEADER}, null when it was not sent
     * @param body the bytes as they came, before anything reads them
     * @throws BadSignatureException when the header is missing or malformed, or does not fit the body
     */
    public static void require(@Nullable String header, byte[] body, PublicKey key) {
        if (header == null) {
            throw new BadSignatureException("The header " + HEADER + " is missing.");
        }
        if (!fits(decoded(header), body, key)) {
            throw new BadSignatureException("The signature does not fit the body.");
        }
    }

    private static byte[] decoded(String header) {
        try {
            return Base64.getDecoder().decode(header.strip());
        } catch (IllegalArgumentException e) {
            throw new BadSignatureException("The header " + HEADER + " must be base64.");
        }
    }

    private static boolean fits(byte[] signature, byte[] body, PublicKey key) {
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(body);
            return verification.verify(signature);
        } catch (SignatureException e) {
            return false; // not even of the right length
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
