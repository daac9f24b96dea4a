package io.carat.core.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event in its final, serialized form.
 *
 * @param sequence place in its stream, from 0
 * @param payload JSON text
 * @param metadata JSON text
 */
record StoredEvent(
        String streamId,
        String streamType,
        long sequence,
        UUID eventId,
        String name,
        @Nullable String revision,
        Instant occurredAt,
        String payload,
        String metadata) {}
