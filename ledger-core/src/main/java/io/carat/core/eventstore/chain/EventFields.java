package io.carat.core.eventstore.chain;

import io.carat.core.postgres.BinaryArray;
import io.carat.core.postgres.PgType;
import io.carat.core.postgres.PostgresTime;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an event that are hashed: its columns from stream_type on, in their order, each as a length of four bytes
 * (-1 for null) and the value as PostgreSQL's binary COPY writes it, so that a dump can be checked by anybody.
 */
public final class EventFields {

    /** Their columns, in order. */
    static final String NAMES =
            "stream_type, stream_id, sequence, event_id, event_name, revision, occurred_at, payload, metadata";

    private static final List<PgType> TYPES = List.of(
            PgType.TEXT,
            PgType.TEXT,
            PgType.BIGINT,
            PgType.UUID,
            PgType.TEXT,
            PgType.TEXT,
            PgType.TIMESTAMPTZ,
            PgType.TEXT,
            PgType.TEXT);
    private static final int NULL = -1;
    private static final int UUID_BYTES = 2 * Long.BYTES;
    private static final int FIXED_BYTES = TYPES.size() * Integer.BYTES + 2 * Long.BYTES + UUID_BYTES;

    private EventFields() {}

    static byte[] encode(StoredEvent event) {
        byte[] type = utf8(event.streamType());
        byte[] stream = utf8(event.streamId());
        byte[] name = utf8(event.name());
        byte @Nullable [] revision = event.revision() == null ? null : utf8(event.revision());
        byte[] payload = utf8(event.payload());
        byte[] metadata = utf8(event.metadata());
        int texts = type.length
                + stream.length
                + name.length
                + (revision == null ? 0 : revision.length)
                + payload.length
                + metadata.length;

        ByteBuffer fields = ByteBuffer.allocate(FIXED_BYTES + texts);
        put(fields, type);
        put(fields, stream);
        put(fields, event.sequence());
        put(fields, event.eventId());
        put(fields, name);
        put(fields, revision);
        put(fields, PostgresTime.micros(event.occurredAt()));
        put(fields, payload);
        put(fields, metadata);
        return fields.array();
    }

    /** Events column by column, in the order of {@link #NAMES}. */
    public static List<BinaryArray> columns(List<ChainedEvent> events) {
        List<BinaryArray> columns = TYPES.stream().map(BinaryArray::of).toList();
        for (ChainedEvent event : events) {
            ByteBuffer fields = ByteBuffer.wrap(event.fields());
            columns.forEach(column -> column.addField(fields));
        }
        return columns;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ByteBuffer fields, byte @Nullable [] text) {
        if (text == null) {
            fields.putInt(NULL);
        } else {
            fields.putInt(text.length).put(text);
        }
    }

    private static void put(ByteBuffer fields, long number) {
        fields.putInt(Long.BYTES).putLong(number);
    }

    private static void put(ByteBuffer fields, UUID id) {
        fields.putInt(UUID_BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
