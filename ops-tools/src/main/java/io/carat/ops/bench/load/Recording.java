package io.carat.ops.bench.load;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What came back within the measured window. Answers before and after it are waited for, but do not count. */
public final class Recording {

    /** A contestant that fails so often is broken; the run ends. */
    static final long MAX_FAILURES = 1_000;

    private static final long HIGHEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;
    private static final long NANOS_PER_MICRO = 1_000;

    private final Map<Operation, ConcurrentHistogram> micros = new EnumMap<>(Operation.class);
    private final AtomicLong failures = new AtomicLong();
    private final AtomicReference<@Nullable String> firstFailure = new AtomicReference<>();
    private final long begin;
    private final long end;

    /** Counts what ends between these {@link System#nanoTime()}s. */
    Recording(long begin, long end) {
        this.begin = begin;
        this.end = end;
        for (Operation operation : Operation.values()) {
            micros.put(operation, new ConcurrentHistogram(1, HIGHEST_MICROS, DIGITS));
        }
    }

    /** An answer came now to what was asked at this {@link System#nanoTime()}. */
    public void done(Operation operation, long asked) {
        long now = System.nanoTime();
        if (now - begin >= 0 && now - end <= 0) {
            of(operation).recordValue(Math.clamp((now - asked) / NANOS_PER_MICRO, 1, HIGHEST_MICROS));
        }
    }

    void failed(Exception failure) {
        failures.incrementAndGet();
        firstFailure.compareAndSet(null, failure.toString());
    }

    boolean goesOn() {
        return System.nanoTime() - end < 0 && failures.get() < MAX_FAILURES;
    }

    long begin() {
        return begin;
    }

    long end() {
        return end;
    }

    long failures() {
        return failures.get();
    }

    @Nullable
    String firstFailure() {
        return firstFailure.get();
    }

    /** All answers together. */
    Latency all() {
        Histogram all = new Histogram(1, HIGHEST_MICROS, DIGITS);
        micros.values().forEach(all::add);
        return Latency.of(all);
    }

    /** The answers to each operation that was asked for, by its name in lower case. */
    Map<String, Latency> byOperation() {
        Map<String, Latency> latencies = new TreeMap<>();
        micros.forEach((operation, histogram) -> {
            if (histogram.getTotalCount() > 0) {
                latencies.put(operation.name().toLowerCase(Locale.ROOT), Latency.of(histogram));
            }
        });
        return latencies;
    }

    private ConcurrentHistogram of(Operation operation) {
        return Objects.requireNonNull(micros.get(operation));
    }
}
