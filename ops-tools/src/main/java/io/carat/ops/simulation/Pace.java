package io.carat.ops.simulation;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An open-loop rate: requests fall due at fixed times, whether or not the server keeps up. A request that finds nobody
 * free within a tenth of a second is missed, and counted.
 */
final class Pace implements AutoCloseable {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int BACKLOG_PER_SECOND = 10;
    private static final long LATE_NANOS = NANOS_PER_SECOND / BACKLOG_PER_SECOND;

    private final BlockingQueue<Long> due;
    private final AtomicLong missed = new AtomicLong();
    private final Thread clock;

    Pace(int rate) {
        this.due = new ArrayBlockingQueue<>(Math.max(1, rate / BACKLOG_PER_SECOND));
        this.clock = Thread.ofPlatform().daemon().name("demo-pace").unstarted(() -> tick(rate));
        clock.start();
    }

    /**
     * Waits for the next request to fall due; the nano time at which it did.
     *
     * @throws InterruptedException when the run is stopped
     */
    long next() throws InterruptedException {
        long at = due.take();
        while (System.nanoTime() - at > LATE_NANOS) {
            missed.incrementAndGet();
            at = due.take();
        }
        return at;
    }

    long missed() {
        return missed.get();
    }

    @Override
    public void close() {
        clock.interrupt();
    }

    private void tick(int rate) {
        long start = System.nanoTime();
        for (long i = 0; !Thread.currentThread().isInterrupted(); i++) {
            long at = start + i / rate * NANOS_PER_SECOND + i % rate * NANOS_PER_SECOND / rate;
            awaitUntil(at);
            if (!due.offer(at)) {
                missed.incrementAndGet();
            }
        }
    }

    /** Returns early when interrupted. */
    private static void awaitUntil(long at) {
        long left = at - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = at - System.nanoTime();
        }
    }
}
