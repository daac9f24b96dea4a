package io.carat.core.eventstore;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how far the log reaches and wakes the readers at its end: at once for appends of this node, within the poll
 * interval for those of other nodes. It polls only while somebody reads.
 */
final class LogTail implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogTail.class);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final LongSupplier headPosition;
    private final Duration pollInterval;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Set<Runnable> readers = new CopyOnWriteArraySet<>();
    private long position;
    private boolean polling;
    private boolean closed;

    LogTail(LongSupplier headPosition, Duration pollInterval) {
        this.headPosition = headPosition;
        this.pollInterval = pollInterval;
    }

    /** The highest position known to be committed. */
    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Tells that the log reaches at least to a position. Never throws: the events are stored. */
    void advanceTo(long reached) {
        lock.lock();
        try {
            if (reached <= position) {
                return;
            }
            position = reached;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        readers.forEach(LogTail::wake);
    }

    /** Waits until the log reaches beyond a position. Returns whether it does. */
    boolean awaitBeyond(long read, long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (position <= read && nanos > 0 && !closed) {
                nanos = moved.awaitNanos(nanos);
            }
            return position > read;
        } finally {
            lock.unlock();
        }
    }

    /** Adds a reader to wake; starts polling. */
    void join(Runnable reader) {
        readers.add(reader);
        lock.lock();
        try {
            if (!polling && !closed) {
                polling = true;
                Thread.ofVirtual().name("event-log-tail").start(this::poll);
            }
        } finally {
            lock.unlock();
        }
    }

    void leave(Runnable reader) {
        readers.remove(reader);
    }

    /** Reads the end of the log from the database. */
    void refresh() {
        advanceTo(headPosition.getAsLong());
    }

    private void poll() {
        try {
            while (continuePolling()) {
                Thread.sleep(tryRefresh() ? pollInterval : PAUSE_AFTER_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryRefresh() {
        try {
            refresh();
            return true;
        } catch (RuntimeException e) {
            if (continuePolling()) {
                log.warn("The end of the event log could not be read, trying again: {}", e.getMessage());
            }
            return false;
        }
    }

    private boolean continuePolling() {
        lock.lock();
        try {
            polling = !closed && !readers.isEmpty();
            return polling;
        } finally {
            lock.unlock();
        }
    }

    private static void wake(Runnable reader) {
        try {
            reader.run();
        } catch (RuntimeException e) {
            log.warn("A reader of the event log could not be woken: {}", e.toString());
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        readers.clear();
    }
}
