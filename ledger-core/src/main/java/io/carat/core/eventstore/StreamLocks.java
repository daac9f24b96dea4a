package io.carat.core.eventstore;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.lock.LockAcquisitionFailedException;

/**
 * Locks of streams within this node, bounded in waiters and in waiting time. Every command locks in the same order (see
 * {@code LoadOrder}), so nobody looks for deadlocks.
 */
public final class StreamLocks {

    /** Commands that may wait for one stream. */
    public static final int MAX_WAITING = 1_000;

    /** How long a command waits for one stream. */
    public static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private final int maxWaiting;
    private final Duration maxWait;
    private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();

    /** A new set of locks. One set serves a whole node. */
    public StreamLocks() {
        this(MAX_WAITING, MAX_WAIT);
    }

    StreamLocks(int maxWaiting, Duration maxWait) {
        this.maxWaiting = maxWaiting;
        this.maxWait = maxWait;
    }

    /** A lock that is held. To be released once, by the thread that took it. */
    @FunctionalInterface
    interface Held {
        void release();
    }

    /**
     * Waits for the lock of a stream.
     *
     * @throws LockAcquisitionFailedException if too many wait for it, or for too long
     */
    Held acquire(String streamId) {
        Entry entry = enter(streamId);
        try {
            if (entry.lock.tryLock(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                return () -> {
                    entry.lock.unlock();
                    leave(streamId);
                };
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leave(streamId);
        throw new LockAcquisitionFailedException("Stream %s was not free within %s".formatted(streamId, maxWait));
    }

    private Entry enter(String streamId) {
        return entries.compute(streamId, (id, present) -> {
            Entry entry = present == null ? new Entry() : present;
            if (entry.users.get() > maxWaiting) {
                throw new LockAcquisitionFailedException(
                        "As many commands as allowed, %d, wait for stream %s".formatted(maxWaiting, id));
            }
            entry.users.incrementAndGet();
            return entry;
        });
    }

    private void leave(String streamId) {
        entries.computeIfPresent(streamId, (id, entry) -> entry.users.decrementAndGet() == 0 ? null : entry);
    }

    /** Commands that hold or want a stream. */
    int users(String streamId) {
        Entry entry = entries.get(streamId);
        return entry == null ? 0 : entry.users.get();
    }

    /** The users are counted under the map's own lock of the entry. */
    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private final AtomicInteger users = new AtomicInteger();
    }
}
