package io.carat.core.signedhead;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of a PEM text (RFC 7468). */
final class Pem {

    static final String PRIVATE_KEY = "PRIVATE KEY";
    static final String PUBLIC_KEY = "PUBLIC KEY";

    private static final int LINE = 64;

    private Pem() {}

    static String block(String label, byte[] content) {
        String text = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    /**
     * The content of the first block with this label.
     *
     * @throws IllegalArgumentException if it is not Base64
     */
    static Optional<byte[]> content(String pem, String label) {
        Matcher block = Pattern.compile("-----BEGIN " + label + "-----(.*?)-----END " + label + "-----", Pattern.DOTALL)
                .matcher(pem);
        return block.find()
                ? Optional.of(Base64.getDecoder().decode(block.group(1).replaceAll("\\s", "")))
                : Optional.empty();
    }
}
