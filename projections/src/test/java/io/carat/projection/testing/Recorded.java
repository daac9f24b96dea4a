package io.carat.projection.testing;

import io.carat.core.decision.LedgerEvent;
import java.time.Instant;

/** An event at its place in the global order and in its stream. */
public record Recorded(long position, long sequence, LedgerEvent event) {

    /** When it happened: one second per position. */
    public Instant at() {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(position);
    }
}
