package io.carat.api.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.carat.api.failure.StoreUnreachableException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The global positions of events (0, 1, 2, … on Axon Server). A confirmed append does not tell them, so this follows the end
 * of the log from its creation on and remembers the latest; older ones are searched for.
 */
final class EventTokens implements AutoCloseable {

    /** Events whose positions are kept in memory. */
    static final int MAX_REMEMBERED = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(EventTokens.class);
    private static final int BUFFER_EVENTS = 1_000;
    private static final Duration POLL = Duration.ofMillis(500);

    private final Supplier<EventChannel> channel;
    private final Duration timeout;
    private final Map<String, CompletableFuture<Long>> remembered = new LinkedHashMap<>();
    private final Thread follower;
    private long last;
    private volatile boolean closed;

    /**
     * Follows the log from its present end.
     *
     * @param timeout how long an answer of Axon Server is waited for
     */
    EventTokens(Supplier<EventChannel> channel, Duration timeout) {
        this.channel = channel;
        this.timeout = timeout;
        this.last = lastToken();
        this.follower = Thread.ofVirtual().name("axon-server-tail").start(this::follow);
    }

    /** The position of the last event, 0 if there is none. */
    long head() {
        return Math.max(0, lastToken());
    }

    /** The position of an event that has just been stored; if it does not show up in time, the end of the log. */
    long of(String eventId) {
        try {
            return future(eventId).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return head();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "Event {} was stored but has not been seen in the log: its answer tells the end of the log",
                    eventId);
            return head();
        }
    }

    /** The position of an event that was stored some time ago; the end of the log if it is not found near its time. */
    OptionalLong find(DomainEventMessage<?> event) {
        Long known = future(event.getIdentifier()).getNow(null);
        if (known != null) {
            return OptionalLong.of(known);
        }
        TokenSearch search = new TokenSearch(channel.get(), timeout);
        return OptionalLong.of(
                search.find(event.getIdentifier(), event.getTimestamp()).orElseGet(this::head));
    }

    private long lastToken() {
        return answer(channel.get().getLastToken(), timeout);
    }

    /**
     * Waits for an answer.
     *
     * @throws StoreUnreachableException if it does not come in time
     */
    static <T> T answer(Future<T> question, Duration timeout) {
        try {
            return question.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnreachableException(e);
        } catch (ExecutionException e) {
            throw new StoreUnreachableException(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new StoreUnreachableException(
                    new TimeoutException("No answer from Axon Server within " + timeout.toMillis() + " ms"));
        }
    }

    private CompletableFuture<Long> future(String eventId) {
        synchronized (remembered) {
            CompletableFuture<Long> future = remembered.computeIfAbsent(eventId, id -> new CompletableFuture<>());
            if (remembered.size() > MAX_REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
            return future;
        }
    }

    private void follow() {
        boolean told = false;
        while (!closed) {
            try (EventStream stream = channel.get().openStream(last, BUFFER_EVENTS)) {
                take(stream);
                told = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!told && !closed) {
                    LOG.warn("The end of Axon Server's log cannot be followed, trying again: {}", e.toString());
                }
                told = true;
            }
            pause();
        }
    }

    private void take(EventStream stream) throws InterruptedException {
        while (!closed && !stream.isClosed()) {
            EventWithToken next = stream.nextIfAvailable(POLL.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                last = next.getToken();
                future(next.getEvent().getMessageIdentifier()).complete(last);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        follower.interrupt();
    }
}
