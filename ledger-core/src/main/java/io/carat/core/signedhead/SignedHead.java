package io.carat.core.signedhead;

import io.carat.core.eventstore.chain.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A node's word that the log had a hash at a position. What is signed is text, so that an auditor can check it with any
 * tool that knows Ed25519.
 *
 * @param position of the last event that it covers
 * @param logHash of the log up to the position
 * @param signedAt by the clock of the node, in microseconds
 * @param keyId which key signed, see {@link PublicKeys}
 * @param signature Ed25519, in Base64
 */
public record SignedHead(long position, Hash logHash, Instant signedAt, String keyId, String signature) {

    public SignedHead {
        signedAt = signedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The bytes that are signed. */
    public byte[] signedText() {
        return """
            carat signed head v1
            position %d
            log hash %s
            signed at %s
            key %s
            """.formatted(position, logHash, signedAt, keyId).getBytes(StandardCharsets.US_ASCII);
    }

    SignedHead withSignature(String made) {
        return new SignedHead(position, logHash, signedAt, keyId, made);
    }
}
