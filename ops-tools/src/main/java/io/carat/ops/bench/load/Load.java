package io.carat.ops.bench.load;

import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** How often which of several players (or accounts) has its turn. */
public enum Load {
    /** All alike. */
    UNIFORM,
    /** The n-th is drawn in proportion to 1 / n^0.99, as a few busy players among many quiet ones. */
    ZIPF,
    /** Always the first. */
    ONE_HOT;

    /** A draw from 0 to count - 1; safe for use by many threads, each with its own random. */
    public ToIntFunction<SplittableRandom> among(int count) {
        return switch (this) {
            case UNIFORM -> random -> random.nextInt(count);
            case ZIPF -> new Zipf(count)::draw;
            case ONE_HOT -> random -> 0;
        };
    }
}
