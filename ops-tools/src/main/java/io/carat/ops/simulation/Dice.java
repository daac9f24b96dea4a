package io.carat.ops.simulation;

import java.util.SplittableRandom;

/** One player's chance: the same seed and player number always throw the same. */
final class Dice {

    private static final int PERMILLE = 1000;

    private final SplittableRandom random;

    Dice(long seed, int player) {
        this.random = new SplittableRandom(mixed(mixed(seed) + player));
    }

    /** Scatters neighbouring numbers: generators that start a fixed step apart throw the same, shifted. */
    private static long mixed(long number) {
        return new SplittableRandom(number).nextLong();
    }

    /** A number from the lower to the upper bound, both included. */
    long between(long lowest, long highest) {
        return random.nextLong(lowest, highest + 1);
    }

    /** True so many times in a thousand. */
    boolean permille(int times) {
        return random.nextInt(PERMILLE) < times;
    }

    /** One of these, each as likely as the others. */
    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
