package io.carat.ops.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * How long a request without an answer is sent again, always under its own key.
 *
 * @param limit the time after the first sending at which it gives up; zero sends once
 */
public record Patience(Duration limit) {

    /** Sends once. */
    public static final Patience NONE = new Patience(Duration.ZERO);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int UNAVAILABLE = 503;

    Answer repeat(IntFunction<Answer> sending) {
        long end = System.nanoTime() + limit.toNanos();
        for (int attempt = 1; ; attempt++) {
            boolean last =
                    System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted();
            try {
                Answer answer = sending.apply(attempt);
                if (last || answer.status() != UNAVAILABLE) {
                    return answer;
                }
            } catch (NoAnswer e) {
                if (last) {
                    throw e;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
