package io.carat.ops.client;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The rule book's split (§3), computed here a second time so that the server's can be checked against it. */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The parts of an amount, one per weight: floors, then one unit each to the largest remainders, ties to the lower
     * index.
     *
     * @throws ArithmeticException when amount × weight leaves the range of a long: amounts here are far below it
     */
    static long[] split(long amount, long[] weights) {
        long total = LongStream.of(weights).reduce(0, Math::addExact);
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            long product = Math.multiplyExact(amount, weights[i]);
            parts[i] = product / total;
            remainders[i] = product % total;
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
