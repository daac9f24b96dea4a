package io.carat.core.model;

import java.util.List;
import java.util.SplittableRandom;

/** Choices that only the seed knows. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From 1 to the amount; 1 where that is less. */
    long upTo(long amount) {
        return amount <= 1 ? 1 : 1 + random.nextLong(amount);
    }

    @SafeVarargs
    final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the last few. */
    <T> T late(List<T> choices, int few) {
        return any(choices.subList(Math.max(0, choices.size() - few), choices.size()));
    }
}
