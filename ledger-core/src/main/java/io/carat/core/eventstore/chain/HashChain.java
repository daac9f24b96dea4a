package io.carat.core.eventstore.chain;

import io.carat.core.digest.Sha256;
import io.carat.core.postgres.PostgresTime;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * What makes a change of history visible (ADR 0010): each event's hash covers the one before it in its stream, and the
 * log's hash covers every event in order. Whoever changes, removes or moves one must change every hash after it, and
 * with them the signed heads that are kept elsewhere.
 */
public final class HashChain {

    private HashChain() {}

    /**
     * The hash of an event.
     *
     * @param previous the hash of the event before it in its stream, {@link Hash#ZERO} for the first
     */
    public static Hash ofEvent(Hash previous, StoredEvent event) {
        return ofFields(previous, EventFields.encode(event));
    }

    static Hash ofFields(Hash previous, byte[] fields) {
        return ofFields(previous, ByteBuffer.wrap(fields));
    }

    static Hash ofFields(Hash previous, ByteBuffer fields) {
        MessageDigest digest = Sha256.begin();
        digest.update(previous.bytes());
        digest.update(fields);
        return Hash.of(digest.digest());
    }

    /**
     * The hash of the log up to an event.
     *
     * @param previous the hash of the log up to the position before, {@link Hash#ZERO} for the first
     * @param event the event's own hash
     */
    public static Hash ofLog(Hash previous, long position, Instant committedAt, Hash event) {
        return ofLog(previous, position, PostgresTime.micros(committedAt), event);
    }

    /**
     * The same, with the commit time as PostgreSQL has it, which knows more instants than Java.
     *
     * @param committedAt in microseconds since 2000-01-01T00:00:00Z
     */
    public static Hash ofLog(Hash previous, long position, long committedAt, Hash event) {
        ByteBuffer placed = ByteBuffer.allocate(2 * Hash.BYTES + 2 * Long.BYTES);
        placed.put(previous.bytes());
        placed.putLong(position).putLong(committedAt);
        placed.put(event.bytes());
        return Hash.of(Sha256.begin().digest(placed.array()));
    }
}
