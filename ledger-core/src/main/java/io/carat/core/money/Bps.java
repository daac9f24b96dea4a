package io.carat.core.money;

import java.math.BigInteger;

/** Rates in basis points (10000 = 100 %), multiplied with 128-bit room and a stated rounding (rule book, preamble). */
public final class Bps {

    /** One whole: 100 %. */
    public static final int ONE = 10_000;

    private Bps() {}

    /** floor(amount × rate / 10000) for amounts and rates of 0 and above; throws when the result exceeds a long. */
    public static long floorOf(long amountMinor, long rateBps) {
        return floorDiv(amountMinor, rateBps, ONE);
    }

    /** ceil(amount × rate / 10000) for amounts and rates of 0 and above; throws when the result exceeds a long. */
    public static long ceilOf(long amountMinor, long rateBps) {
        return ceilDiv(amountMinor, rateBps, ONE);
    }

    /** floor(a × b / c) for a, b of 0 and above and c above 0; throws when the result exceeds a long. */
    public static long floorDiv(long a, long b, long c) {
        requireNonNegative(a, b, c);
        if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
            return a * b / c;
        }
        return product(a, b).divide(BigInteger.valueOf(c)).longValueExact();
    }

    /** ceil(a × b / c) for a, b of 0 and above and c above 0; throws when the result exceeds a long. */
    public static long ceilDiv(long a, long b, long c) {
        requireNonNegative(a, b, c);
        if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
            return Math.ceilDiv(a * b, c);
        }
        BigInteger[] parts = product(a, b).divideAndRemainder(BigInteger.valueOf(c));
        long quotient = parts[0].longValueExact();
        return parts[1].signum() == 0 ? quotient : Math.addExact(quotient, 1);
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static void requireNonNegative(long a, long b, long c) {
        if (a < 0 || b < 0 || c <= 0) {
            throw new IllegalArgumentException("Not a rate of an amount: " + a + " x " + b + " / " + c);
        }
    }
}
