package io.carat.core.eventstore;

import java.time.Instant;
import java.util.UUID;

/** Events made without an aggregate. */
final class TestEvents {

    private TestEvents() {}

    static StoredEvent event(String accountId, long sequence) {
        return new StoredEvent(
                accountId,
                "account",
                sequence,
                UUID.randomUUID(),
                "account.credited.v1",
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                "{\"accountId\":\"%s\",\"amountMinor\":1}".formatted(accountId),
                "{}");
    }
}
