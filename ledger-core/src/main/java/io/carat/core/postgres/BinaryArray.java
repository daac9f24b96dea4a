package io.carat.core.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PgArray;

/**
 * An array parameter in PostgreSQL's binary form, which neither side has to parse: a header, then each element as a
 * length of four bytes (-1 for null) and its value.
 */
public final class BinaryArray {

    private static final int HEADER_BYTES = 5 * Integer.BYTES;
    private static final int NULL = -1;
    private static final int ONE_DIMENSION = 1;
    private static final int FIRST_INDEX = 1;

    private final PgType type;
    private byte[] bytes = new byte[1024];
    private int length = HEADER_BYTES;
    private int elements;
    private boolean hasNulls;

    private BinaryArray(PgType type) {
        this.type = type;
    }

    /** An empty array. */
    public static BinaryArray of(PgType elements) {
        return new BinaryArray(elements);
    }

    /** Adds the element that begins at the position of a buffer, with its length before it, and goes past it. */
    public void addField(ByteBuffer fields) {
        int size = fields.getInt(fields.position());
        hasNulls |= size == NULL;
        int taken = Integer.BYTES + Math.max(0, size);
        reserve(taken);
        fields.get(bytes, length, taken);
        length += taken;
        elements++;
    }

    /** Adds a text, which may be null. */
    public void add(@Nullable String text) {
        if (text == null) {
            hasNulls = true;
            begin(NULL, 0);
        } else {
            add(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Adds bytes as they are. */
    public void add(byte[] value) {
        begin(value.length, value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    /** Adds a bigint. */
    public void add(long number) {
        begin(Long.BYTES, Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(length, number);
        length += Long.BYTES;
    }

    private void begin(int size, int following) {
        reserve(Integer.BYTES + following);
        ByteBuffer.wrap(bytes).putInt(length, size);
        length += Integer.BYTES;
        elements++;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    /** The parameter. */
    public Array on(BaseConnection connection) throws SQLException {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        header.putInt(elements == 0 ? 0 : ONE_DIMENSION);
        header.putInt(hasNulls ? 1 : 0);
        header.putInt(type.oid());
        header.putInt(elements).putInt(FIRST_INDEX);
        int end = elements == 0 ? HEADER_BYTES - 2 * Integer.BYTES : length;
        return new PgArray(connection, type.arrayOid(), Arrays.copyOf(bytes, end));
    }
}
