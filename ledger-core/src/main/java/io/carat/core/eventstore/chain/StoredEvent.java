package io.carat.core.eventstore.chain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event in its final, serialized form.
 *
 * @param streamId the stream it belongs to
 * @param streamType the permanent name of the aggregate's class
 * @param sequence place in its stream, from 0
 * @param eventId its own id
 * @param name the permanent name of its class
 * @param revision the revision of its class, null if it declares none
 * @param occurredAt when it was decided, in microseconds
 * @param payload JSON text
 * @param metadata JSON text
 */
public record StoredEvent(
        String streamId,
        String streamType,
        long sequence,
        UUID eventId,
        String name,
        @Nullable String revision,
        Instant occurredAt,
        String payload,
        String metadata) {}
