package io.carat.core.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The events of a plan as PostgreSQL's binary COPY reads them. */
final class EventRows {

    /** The columns, in order. */
    static final String NAMES = "position, committed_at, hash, " + EventFields.NAMES;

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER_BYTES = SIGNATURE.length + 2 * Integer.BYTES;
    private static final short COLUMNS = 3 + EventFields.COLUMNS;
    private static final int PLACE_BYTES =
            Short.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES + Hash.BYTES;
    private static final short END = -1;

    private EventRows() {}

    static byte[] of(BatchPlan plan) {
        ByteBuffer rows = ByteBuffer.allocate(size(plan));
        rows.put(SIGNATURE).putInt(0).putInt(0);
        long committedAt = PostgresTime.micros(plan.start().time());
        long position = plan.start().position();
        for (ChainedEvent event : plan.events()) {
            position++;
            rows.putShort(COLUMNS);
            rows.putInt(Long.BYTES).putLong(position);
            rows.putInt(Long.BYTES).putLong(committedAt);
            rows.putInt(Hash.BYTES).put(event.version().hash().bytes());
            rows.put(event.fields());
        }
        rows.putShort(END);
        return rows.array();
    }

    private static int size(BatchPlan plan) {
        int size = HEADER_BYTES + Short.BYTES;
        for (ChainedEvent event : plan.events()) {
            size += PLACE_BYTES + event.fields().length;
        }
        return size;
    }
}
