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
 * event id is new, and the stream has another name. All else stays as it was.
 */
final class RowTemplate {

    private static final List<String> POSITIONS = List.of("position", "first_position", "last_position");
    private static final String STREAM = "stream_id";
    private static final String EVENT = "event_id";
    private static final int NONE = -1;

    private final byte[] row;
    private final List<Integer> positionsAt;
    private final int streamAt;
    private final StreamNames streams;
    private final int eventAt;

    private RowTemplate(byte[] row, List<Integer> positionsAt, int streamAt, StreamNames streams, int eventAt) {
        this.row = row;
        this.positionsAt = List.copyOf(positionsAt);
        this.streamAt = streamAt;
        this.streams = streams;
        this.eventAt = eventAt;
    }

    /** Reads the fields of one row, in the order of the columns, of which one is the stream's name. */
    static RowTemplate read(List<String> columns, DataInputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream row = new DataOutputStream(bytes);
        List<Integer> positions = new ArrayList<>();
        StreamNames streams = StreamNames.like("");
        int stream = NONE;
        int event = NONE;
        row.writeShort(columns.size());
        for (String column : columns) {
            int length = in.readInt();
            byte[] field = in.readNBytes(Math.max(0, length));
            if (column.equals(STREAM)) {
                streams = StreamNames.like(new String(field, StandardCharsets.UTF_8));
                field = streams.first();
                length = field.length;
                stream = row.size() + Integer.BYTES;
            } else if (column.equals(EVENT)) {
                event = row.size() + Integer.BYTES;
            } else if (POSITIONS.contains(column)) {
                positions.add(row.size() + Integer.BYTES);
            }
            row.writeInt(length);
            row.write(field);
        }
        return new RowTemplate(bytes.toByteArray(), positions, stream, streams, event);
    }

    int length() {
        return row.length;
    }

    /**
     * Writes it as another row.
     *
     * @param shift added to every position
     * @param pass decides the name of the stream; the same for all rows of a copy of all templates
     * @param eventId of the new event, unused where rows have none
     */
    void write(ByteBuffer out, long shift, long pass, UUID eventId) {
        int start = out.position();
        out.put(row);
        for (int at : positionsAt) {
            out.putLong(start + at, out.getLong(start + at) + shift);
        }
        streams.write(out, start + streamAt, pass);
        if (eventAt >= 0) {
            out.putLong(start + eventAt, eventId.getMostSignificantBits());
            out.putLong(start + eventAt + Long.BYTES, eventId.getLeastSignificantBits());
        }
    }
}
