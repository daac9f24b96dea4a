package io.carat.ops.simulation;

import java.util.SplittableRandom;

/** One player's chance: the same seed and player number always throw the same. */
final class Dice {

    private static final long PLAYER_STEP = 0x9E3779B97F4A7C15L;
    private static final int PERMILLE = 1000;

    private final SplittableRandom random;

    Dice(long seed, int player) {
        this.random = new SplittableRandom(seed + PLAYER_STEP * (player + 1L));
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
