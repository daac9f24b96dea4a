package io.carat.core.eventstore.writer;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores everything that waits by one transaction, and while that one is flushed the next batch gathers. An append is
 * settled only when its outcome is durable or known to be nothing.
 */
public final class GroupCommitWriter implements AppendWriter, AutoCloseable {

    /** Appends that may wait. More than this are turned away. */
    static final int MAX_WAITING = 4_000;

    /** How long {@link #close()} waits for what was taken. */
    static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(GroupCommitWriter.class);

    private final AppendQueue queue;
    private final BatchStore store;
    private final Thread thread;

    /** Starts a writer, with the default bound of what may wait. */
    public GroupCommitWriter(BatchStore store) {
        this(store, MAX_WAITING);
    }

    GroupCommitWriter(BatchStore store, int maxWaiting) {
        this.store = store;
        this.queue = new AppendQueue(maxWaiting);
        this.thread = Thread.ofPlatform().name("event-writer").daemon().start(this::run);
    }

    @Override
    public PendingAppend submit(Append append) {
        PendingAppend pending = new PendingAppend(append);
        queue.add(pending);
        return pending;
    }

    /** Appends that wait now, not counting those being stored. */
    public int waiting() {
        return queue.size();
    }

    private void run() {
        for (List<PendingAppend> batch = queue.takeAll(); !batch.isEmpty(); batch = queue.takeAll()) {
            store(batch);
        }
    }

    // Nobody may wait for ever: whatever is wrong, every append of the batch hears of it.
    private void store(List<PendingAppend> batch) {
        try {
            store.store(batch);
        } catch (RuntimeException | Error e) {
            log.error("The event store's writer failed; the appends of its batch were not acknowledged", e);
            UnknownOutcomeException failure = new UnknownOutcomeException("The event store's writer failed", e);
            batch.forEach(pending -> pending.failed(failure));
        }
    }

    /** Takes no more appends and waits until those taken are settled. */
    @Override
    public void close() {
        queue.close();
        try {
            if (!thread.join(DRAIN_TIMEOUT)) {
                log.error("The event store's writer did not end within {}", DRAIN_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
