package io.carat.ops.bench.load;

import io.carat.ops.client.CaratFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets clients ask, each again as soon as it has its answer, and measures a window of it. The window opens after a
 * lead-in, so that it sees neither the start of the clients nor caches that another run has cooled.
 */
public final class ClosedLoop {

    private static final double LONGEST_LEAD_IN_SECONDS = 1;
    private static final double LEAD_IN_SHARE = 0.2;
    private static final long SAMPLE_NANOS = 1_000_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    /** How long an answer that was asked for within the window is waited for. */
    private static final Duration LAST_ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final ThreadFactory threads;

    private ClosedLoop(ThreadFactory threads) {
        this.threads = threads;
    }

    /** Each client on a virtual thread. */
    public static ClosedLoop virtual() {
        return new ClosedLoop(Thread.ofVirtual().name("client-", 0).factory());
    }

    /** Each client on a thread of the operating system. */
    public static ClosedLoop platform() {
        return new ClosedLoop(Thread.ofPlatform().name("client-", 0).daemon().factory());
    }

    /**
     * One run.
     *
     * @throws CaratFailure when a client gets no answer
     */
    public RunResult run(double seconds, List<? extends Client> clients, Meters meters) {
        double leadIn = Math.min(LONGEST_LEAD_IN_SECONDS, seconds * LEAD_IN_SHARE);
        long begin = System.nanoTime() + (long) (leadIn * NANOS_PER_SECOND);
        Recording recording = new Recording(begin, begin + (long) (seconds * NANOS_PER_SECOND));
        List<Thread> running = start(clients, recording);
        RunResult result = measure(recording, meters);
        running.forEach(ClosedLoop::await);
        return result;
    }

    private List<Thread> start(List<? extends Client> clients, Recording recording) {
        List<Thread> running = new ArrayList<>();
        for (Client client : clients) {
            Thread thread = threads.newThread(() -> loop(client, recording));
            thread.start();
            running.add(thread);
        }
        return running;
    }

    private static void loop(Client client, Recording recording) {
        while (recording.goesOn()) {
            try {
                client.step(recording);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                recording.failed(e);
            }
        }
    }

    private static RunResult measure(Recording recording, Meters meters) {
        parkUntil(recording.begin());
        meters.begin();
        long begun = System.nanoTime();
        for (long next = begun + SAMPLE_NANOS; next - recording.end() < 0; next += SAMPLE_NANOS) {
            parkUntil(next);
            meters.sample();
        }
        parkUntil(recording.end());
        return meters.end(recording, (recording.end() - recording.begin()) / NANOS_PER_SECOND);
    }

    private static void parkUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void await(Thread client) {
        try {
            if (!client.join(LAST_ANSWER_TIMEOUT)) {
                throw new CaratFailure(
                        "A client has waited for its answer for more than " + LAST_ANSWER_TIMEOUT.toSeconds() + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaratFailure("Interrupted.", e);
        }
    }
}
