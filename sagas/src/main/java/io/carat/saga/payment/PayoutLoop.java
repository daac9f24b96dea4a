package io.carat.saga.payment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that carry out payouts as they fall due, until they are closed. */
public final class PayoutLoop implements AutoCloseable {

    /** Payouts that one node works on at the same time. */
    public static final int THREADS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(PayoutLoop.class);
    private static final Duration IDLE_PAUSE = Duration.ofMillis(500);
    private static final Duration FAILURE_PAUSE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final PayoutWork work;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    private PayoutLoop(PayoutWork work) {
        this.work = work;
    }

    /** Begins to work. */
    public static PayoutLoop start(PayoutWork work) {
        PayoutLoop loop = new PayoutLoop(work);
        for (int number = 1; number <= THREADS; number++) {
            loop.threads.add(Thread.ofVirtual().name("payout-" + number).start(loop::run));
        }
        return loop;
    }

    private void run() {
        while (!closed) {
            try {
                if (!work.next()) {
                    Thread.sleep(IDLE_PAUSE);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Payouts cannot be taken up now", e);
                pauseAfterFailure();
            }
        }
    }

    private void pauseAfterFailure() {
        try {
            Thread.sleep(FAILURE_PAUSE);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Takes up nothing more; what is on its way to the provider is left after a few seconds, and asked about later. */
    @Override
    public void close() {
        closed = true;
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (Thread thread : threads) {
                long left = deadline - System.nanoTime();
                if (left > 0) {
                    thread.join(Duration.ofNanos(left));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
    }
}
