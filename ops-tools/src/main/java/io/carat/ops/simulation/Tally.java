package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts a run's answers. Safe for use by many threads. */
final class Tally {

    private static final int EXAMPLES = 10;
    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int DIGITS = 3;

    private final LongAdder accepted = new LongAdder();
    private final LongAdder replays = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder askedAgain = new LongAdder();
    private final LongAdder hadHappened = new LongAdder();
    private final LongAdder unexpected = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final Queue<String> examples = new ConcurrentLinkedQueue<>();
    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);

    /** An answer came, so many nanoseconds after its request fell due. */
    void answered(Answer answer, long nanos) {
        if (answer.accepted()) {
            accepted.increment();
        } else {
            refused.computeIfAbsent(answer.code(), code -> new LongAdder()).increment();
        }
        if (answer.replayed()) {
            replays.increment();
        }
        retries.add(answer.attempts() - 1L);
        if (answer.attempts() == 1) {
            micros.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
        }
    }

    /** A money command was answered, perhaps only after it was sent again. */
    void moneyAnswered(Answer answer) {
        if (answer.attempts() > 1) {
            askedAgain.increment();
            if (answer.replayed()) {
                hadHappened.increment();
            }
        }
    }

    /** An answer was not allowed. */
    void unexpected(String what) {
        unexpected.increment();
        example(what);
    }

    /** No answer came. */
    void error(String what) {
        errors.increment();
        example(what);
    }

    long accepted() {
        return accepted.sum();
    }

    long replays() {
        return replays.sum();
    }

    long retries() {
        return retries.sum();
    }

    /** Money commands that got no answer at first. */
    long askedAgain() {
        return askedAgain.sum();
    }

    /** Those of them that turned out to have been done all the same. */
    long hadHappened() {
        return hadHappened.sum();
    }

    long unexpected() {
        return unexpected.sum();
    }

    long errors() {
        return errors.sum();
    }

    /** The refusals by code. */
    Map<String, Long> refused() {
        Map<String, Long> counts = new TreeMap<>();
        refused.forEach((code, count) -> counts.put(code, count.sum()));
        return counts;
    }

    /** All answers. */
    long answers() {
        return accepted()
                + refused().values().stream().mapToLong(Long::longValue).sum();
    }

    List<String> examples() {
        return List.copyOf(examples);
    }

    /** The time within which this share of the answers came, in milliseconds. */
    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }

    private void example(String what) {
        if (examples.size() < EXAMPLES) {
            examples.add(what);
        }
    }
}
