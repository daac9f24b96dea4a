package io.carat.ops.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Middle values. */
final class Statistics {

    private Statistics() {}

    /**
     * The middle value, or the mean of the two middle ones.
     *
     * @throws IllegalArgumentException when there are none
     */
    static double median(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("No values have no median");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median of one figure of several things. */
    static <T> double median(Collection<T> things, ToDoubleFunction<T> figure) {
        return median(things.stream().mapToDouble(figure).toArray());
    }

    /** Rounded half up to so many decimal places. */
    static double rounded(double value, int places) {
        double factor = Math.pow(10, places);
        return Math.round(value * factor) / factor;
    }
}
