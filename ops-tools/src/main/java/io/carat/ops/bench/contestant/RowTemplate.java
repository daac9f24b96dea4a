package io.carat.ops.bench.contestant;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A stored row in PostgreSQL's binary COPY format, ready to be sent again as another row: positions are moved on, the
 * event id is new, and the stream's name gets a suffix of fixed length. All else stays as it was.
 */
final class RowTemplate {

    private static final List<String> POSITIONS = List.of("position", "first_position", "last_position");
    private static final String STREAM = "stream_id";
    private static final String EVENT = "event_id";
    private static final int SUFFIX_LENGTH = 7;
    private static final int NONE = -1;

    private final byte[] row;
    private final List<Integer> positionsAt;
    private final int streamEndsAt;
    private final int eventAt;

    private RowTemplate(byte[] row, List<Integer> positionsAt, int streamEndsAt, int eventAt) {
        this.row = row;
        this.positionsAt = List.copyOf(positionsAt);
        this.streamEndsAt = streamEndsAt;
        this.eventAt = eventAt;
    }

    /** Reads the fields of one row, in the order of the columns. */
    static RowTemplate read(List<String> columns, DataInputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream row = new DataOutputStream(bytes);
        List<Integer> positions = new ArrayList<>();
        int streamEnd = NONE;
        int event = NONE;
        row.writeShort(columns.size());
        for (String column : columns) {
            int length = in.readInt();
            int suffix = column.equals(STREAM) ? SUFFIX_LENGTH : 0;
            row.writeInt(length + suffix);
            if (POSITIONS.contains(column)) {
                positions.add(row.size());
            } else if (column.equals(EVENT)) {
                event = row.size();
            }
            row.write(in.readNBytes(Math.max(0, length)));
            if (suffix > 0) {
                streamEnd = row.size();
                row.write(new byte[suffix]);
            }
        }
        return new RowTemplate(bytes.toByteArray(), positions, streamEnd, event);
    }

    int length() {
        return row.length;
    }

    /**
     * Writes it as another row.
     *
     * @param shift added to every position
     * @param suffix of {@link #suffix(long)}
     * @param eventId of the new event, unused where rows have none
     */
    void write(ByteBuffer out, long shift, byte[] suffix, UUID eventId) {
        int start = out.position();
        out.put(row);
        for (int at : positionsAt) {
            out.putLong(start + at, out.getLong(start + at) + shift);
        }
        if (streamEndsAt >= 0) {
            out.put(start + streamEndsAt, suffix);
        }
        if (eventAt >= 0) {
            out.putLong(start + eventAt, eventId.getMostSignificantBits());
            out.putLong(start + eventAt + Long.BYTES, eventId.getLeastSignificantBits());
        }
    }

    /** The end of the stream names of one pass over all templates. */
    static byte[] suffix(long pass) {
        String digits = Long.toString(pass, Character.MAX_RADIX);
        return ("~" + "0".repeat(SUFFIX_LENGTH - 1 - digits.length()) + digits).getBytes(StandardCharsets.US_ASCII);
    }
}
