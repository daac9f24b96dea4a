package io.carat.core.eventstore.chain;

import io.carat.core.postgres.PostgresTime;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A row of the log exactly as it is stored, in PostgreSQL's binary form. Nothing in it is believed: nulls and values of
 * another length than the columns should have are read as empty, and show as a hash that does not fit.
 */
public final class LogRow {

    private static final long NO_NUMBER = -1;

    private final ByteBuffer row;
    private final long position;
    private final long committedAt;
    private final ByteBuffer hash;
    private final int fields;

    /** Reads a row that begins after its count of columns; the buffer is not copied. */
    LogRow(ByteBuffer row) {
        this.row = row;
        this.position = number(next());
        this.committedAt = number(next());
        this.hash = next();
        this.fields = row.position();
    }

    /** Its place in the log. */
    public long position() {
        return position;
    }

    /** When it was committed, in microseconds since 2000-01-01T00:00:00Z. */
    public long committedAtMicros() {
        return committedAt;
    }

    /** When it was committed. */
    public Instant committedAt() {
        return PostgresTime.instant(committedAt);
    }

    /** The stream it says to belong to. */
    public String streamId() {
        return text(1);
    }

    /** The place in its stream that it says to have. */
    public long sequence() {
        return number(field(2));
    }

    /** The event's permanent name. */
    public String eventName() {
        return text(4);
    }

    /** Whether this is the hash that is stored with it. */
    public boolean hasHash(Hash computed) {
        return hash.equals(ByteBuffer.wrap(computed.bytes()));
    }

    /** The hash that it must have after the one before it in its stream, computed from the bytes that are stored. */
    public Hash hashAfter(Hash previous) {
        return HashChain.ofFields(previous, row.duplicate().position(fields));
    }

    /**
     * The hash of the log with this row.
     *
     * @param previous that of the log up to the position before
     * @param own the row's own, as computed
     */
    public Hash logHashAfter(Hash previous, Hash own) {
        return HashChain.ofLog(previous, position, committedAt, own);
    }

    private String text(int field) {
        ByteBuffer value = field(field);
        return new String(value.array(), value.arrayOffset(), value.remaining(), StandardCharsets.UTF_8);
    }

    private ByteBuffer field(int number) {
        row.position(fields);
        for (int before = 0; before < number; before++) {
            next();
        }
        return next();
    }

    private ByteBuffer next() {
        int length = Math.max(0, row.getInt());
        ByteBuffer value = row.slice(row.position(), length);
        row.position(row.position() + length);
        return value;
    }

    private static long number(ByteBuffer value) {
        return value.remaining() == Long.BYTES ? value.getLong() : NO_NUMBER;
    }
}
