package io.carat.ops.verify;

import io.carat.core.eventstore.chain.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The last event of every stream that was met, by a digest of the stream's id: about 110 bytes per stream, however long
 * its id is, so that millions of streams fit into a small heap. Parts grow one by one, never the whole.
 */
final class StreamTips {

    private static final int PARTS = 1_024;

    private final MessageDigest sha256;
    private final TipTable[] parts = new TipTable[PARTS];
    private long size;

    StreamTips() {
        Arrays.setAll(parts, number -> new TipTable());
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The last event of a stream.
     *
     * @param sequence -1 before the first event
     */
    record Tip(long sequence, Hash hash, long firstPosition, long lastPosition) {

        static final Tip NONE = new Tip(-1, Hash.ZERO, 0, 0);

        Tip followedBy(Hash next, long position) {
            return new Tip(sequence + 1, next, sequence < 0 ? position : firstPosition, position);
        }
    }

    /** How many streams were met. */
    long size() {
        return size;
    }

    /** A stream's last event, {@link Tip#NONE} if it was not met. */
    Tip get(String streamId) {
        ByteBuffer digest = digest(streamId);
        long high = digest.getLong();
        long low = digest.getLong();
        return part(high).get(high, low);
    }

    void put(String streamId, Tip tip) {
        ByteBuffer digest = digest(streamId);
        long high = digest.getLong();
        long low = digest.getLong();
        if (part(high).put(high, low, tip)) {
            size++;
        }
    }

    // Half a SHA-256: two streams never share one.
    private ByteBuffer digest(String streamId) {
        return ByteBuffer.wrap(sha256.digest(streamId.getBytes(StandardCharsets.UTF_8)));
    }

    private TipTable part(long high) {
        return parts[(int) (high >>> 54)];
    }
}
