package io.carat.api.security;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the caller of a token, from memory when it was seen lately: a revoked token works for at most
 * {@link #FRESH_SECONDS} longer. Unknown tokens are not remembered, so that they cannot push out known ones.
 */
@Component
public class CallerLookup {

    static final int FRESH_SECONDS = 5;
    private static final int MAX_ENTRIES = 1_000;
    private static final long FRESH_NANOS = Duration.ofSeconds(FRESH_SECONDS).toNanos();

    private final ApiTokens tokens;
    private final Map<ByteBuffer, Known> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Known> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    CallerLookup(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** The holder of the token; empty when it is malformed, unknown or revoked. */
    Optional<Caller> find(TokenText token) {
        if (!token.isWellFormed()) {
            return Optional.empty();
        }
        byte[] hash = token.hash();
        ByteBuffer key = ByteBuffer.wrap(hash);
        Known known = recall(key);
        if (known != null && System.nanoTime() - known.readAt < FRESH_NANOS) {
            return Optional.of(known.caller);
        }
        return read(key, hash);
    }

    /** Looks every token up again: one of them was revoked. Other nodes do so within {@link #FRESH_SECONDS}. */
    public void forget() {
        synchronized (recent) {
            recent.clear();
        }
    }

    private Optional<Caller> read(ByteBuffer key, byte[] hash) {
        long readAt = System.nanoTime();
        Optional<Caller> caller = tokens.find(hash);
        synchronized (recent) {
            caller.ifPresentOrElse(found -> recent.put(key, new Known(found, readAt)), () -> recent.remove(key));
        }
        return caller;
    }

    private @Nullable Known recall(ByteBuffer key) {
        synchronized (recent) {
            return recent.get(key);
        }
    }

    private record Known(Caller caller, long readAt) {}
}
