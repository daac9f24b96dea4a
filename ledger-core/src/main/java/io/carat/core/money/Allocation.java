package io.carat.core.money;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits an amount in proportion to weights by largest remainder: base = floor(amount × weight / total), the units left
 * over go one each to the largest remainders, ties to the lower index (rule book §3). The parts always add up.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * The parts of {@code amountMinor}, one per weight, in the order of the weights.
     *
     * @param amountMinor 0 or above
     * @param weights each 0 or above, their sum above 0
     */
    public static long[] split(long amountMinor, long... weights) {
        long total = total(weights);
        if (amountMinor < 0 || total <= 0) {
            throw new IllegalArgumentException("Cannot split " + amountMinor + " over a total weight of " + total);
        }
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = amountMinor;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] division = BigInteger.valueOf(amountMinor)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(BigInteger.valueOf(total));
            parts[i] = division[0].longValueExact();
            remainders[i] = division[1];
            left -= parts[i];
        }
        largestFirst(remainders).limit(left).forEach(i -> parts[i]++);
        return parts;
    }

    private static IntStream largestFirst(BigInteger[] remainders) {
        return IntStream.range(0, remainders.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .mapToInt(Integer::intValue);
    }

    private static long total(long[] weights) {
        long total = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("A weight below 0: " + weight);
            }
            total = Math.addExact(total, weight);
        }
        return total;
    }
}
