package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.ChainedEvent;
import io.carat.core.eventstore.chain.StoredEvent;
import io.carat.core.eventstore.chain.StreamVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /** An append of one event to an account. */
    static Append append(String accountId, StreamVersion before) {
        StoredEvent event = event(accountId, before.sequence() + 1);
        return new Append(
                List.of(ChainedEvent.after(before.hash(), event)), Map.of(accountId, before), Append.ANYWHERE);
    }
}
