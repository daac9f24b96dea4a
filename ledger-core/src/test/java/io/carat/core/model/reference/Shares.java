package io.carat.core.model.reference;

import java.math.BigInteger;
import java.util.Arrays;

/** The arithmetic of the rule book, in whole numbers of any size. */
final class Shares {

    private static final BigInteger BPS = BigInteger.valueOf(10_000);

    private Shares() {}

    /** Proportional: floors first, then one unit each to the largest remainders, ties to the lower number (§3). */
    static long[] split(long amount, long[] weights) {
        BigInteger total = big(sum(weights));
        long[] parts = new long[weights.length];
        BigInteger[] rest = new BigInteger[weights.length];
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] divided = big(amount).multiply(big(weights[i])).divideAndRemainder(total);
            parts[i] = divided[0].longValueExact();
            rest[i] = divided[1];
        }
        for (long left = amount - sum(parts); left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < rest.length; i++) {
                largest = rest[i].compareTo(rest[largest]) > 0 ? i : largest;
            }
            parts[largest]++;
            rest[largest] = big(-1);
        }
        return parts;
    }

    /** amount × rate / 10000, rounded down. */
    static long floor(long amount, long bps) {
        return big(amount).multiply(big(bps)).divide(BPS).longValueExact();
    }

    /** amount × rate / 10000, rounded up. */
    static long ceil(long amount, long bps) {
        return ceilDiv(big(amount).multiply(big(bps)), BPS).longValueExact();
    }

    /** The stake that a remaining amount needs at a rate, rounded up; at most what is left. */
    static long consumed(long left, long remaining, int bps) {
        return ceilDiv(big(remaining).multiply(BPS), big(bps)).min(big(left)).longValueExact();
    }

    /** What a stake may win at odds in thousandths, rounded down. */
    static BigInteger win(long stake, int odds) {
        return big(stake).multiply(big(odds)).divide(big(1_000));
    }

    static long sum(long[] amounts) {
        return Arrays.stream(amounts).reduce(0, Math::addExact);
    }

    static long[] plus(long[] a, long[] b) {
        long[] sum = new long[a.length];
        Arrays.setAll(sum, i -> Math.addExact(a[i], b[i]));
        return sum;
    }

    static long[] minus(long[] a, long[] b) {
        long[] left = new long[a.length];
        Arrays.setAll(left, i -> Math.subtractExact(a[i], b[i]));
        return left;
    }

    private static BigInteger ceilDiv(BigInteger amount, BigInteger by) {
        BigInteger[] divided = amount.divideAndRemainder(by);
        return divided[1].signum() > 0 ? divided[0].add(BigInteger.ONE) : divided[0];
    }

    private static BigInteger big(long amount) {
        return BigInteger.valueOf(amount);
    }
}
