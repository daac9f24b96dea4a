package io.carat.core.testing;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Runs a property for a fixed list of seeds; a failure names its seed, which {@code -Dcarat.test.seed=…} runs alone. */
public final class Seeded {

    private static final @Nullable Long ONLY = Long.getLong("carat.test.seed");

    private Seeded() {}

    /** Whether one seed is run alone, so that nothing can be said of all of them together. */
    public static boolean isOneSeed() {
        return ONLY != null;
    }

    /** Runs the property for so many seeds. */
    public static void forEachSeed(int seeds, Consumer<RandomGenerator> property) {
        LongStream all = ONLY == null ? LongStream.rangeClosed(1, seeds) : LongStream.of(ONLY);
        all.forEach(seed -> {
            try {
                property.accept(new SplittableRandom(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Run again with -Dcarat.test.seed=" + seed + ": " + e.getMessage(), e);
            }
        });
    }
}
