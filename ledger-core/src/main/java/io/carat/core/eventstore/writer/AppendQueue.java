package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.writer.CommandNotAcceptedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The appends that wait for the writer, in the order of their submission, bounded. */
final class AppendQueue {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private List<PendingAppend> waiting = new ArrayList<>();
    private boolean closed;

    AppendQueue(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Adds an append at the end.
     *
     * @throws CommandNotAcceptedException if the queue is full or closed
     */
    void add(PendingAppend pending) {
        lock.lock();
        try {
            if (closed) {
                throw new CommandNotAcceptedException(Reason.STOPPING, "This node is stopping");
            }
            if (waiting.size() >= capacity) {
                throw new CommandNotAcceptedException(
                        Reason.SATURATED, "As many appends as allowed, " + capacity + ", are waiting");
            }
            waiting.add(pending);
            if (waiting.size() == 1) {
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for appends and takes all that are there; empty once the queue is closed and drained. */
    List<PendingAppend> takeAll() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                filled.awaitUninterruptibly();
            }
            List<PendingAppend> taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }
}
