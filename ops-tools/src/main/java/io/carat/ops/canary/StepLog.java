package io.carat.ops.canary;

import io.carat.ops.client.CaratFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs steps, measures them, and tells each as soon as it is over. */
final class StepLog {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Consumer<CanaryStep> listener;
    private final List<CanaryStep> steps = new ArrayList<>();

    StepLog(Consumer<CanaryStep> listener) {
        this.listener = listener;
    }

    /** Runs a step that says its figure. */
    void step(String what, Supplier<String> check) {
        step(what, check, figure -> figure);
    }

    /** Runs a step whose result is checked; the check says its figure. */
    <T> T step(String what, Supplier<T> action, Function<T, String> check) {
        long start = System.nanoTime();
        try {
            T result = action.get();
            add(what, true, check.apply(result), start);
            return result;
        } catch (CaratFailure failure) {
            add(what, false, String.valueOf(failure.getMessage()), start);
            throw failure;
        }
    }

    List<CanaryStep> steps() {
        return List.copyOf(steps);
    }

    private void add(String what, boolean ok, String detail, long start) {
        CanaryStep step = new CanaryStep(what, ok, detail, (System.nanoTime() - start) / NANOS_PER_MILLI);
        steps.add(step);
        listener.accept(step);
    }
}
