package io.carat.core.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every command needs a dozen times: copied rather than looked up among the platform's providers. */
public final class Sha256 {

    /** Length of a digest in bytes. */
    public static final int BYTES = 32;

    private static final MessageDigest UNUSED = lookUp();

    private Sha256() {}

    /** A digest of nothing yet, for the caller alone. */
    public static MessageDigest begin() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return lookUp();
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
