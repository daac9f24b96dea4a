package io.carat.core.money;

/**
 * An amount in a currency.
 *
 * @param amountMinor the amount in the currency's minor unit
 * @param currency the ISO 4217 code
 */
public record Money(long amountMinor, String currency) {

    /** The largest amount one request may name, in minor units: sums over a bucket's life stay far inside a long. */
    public static final long MAX_REQUEST_MINOR = 1_000_000_000_000_000L;

    /** The asset of loyalty points: no currency, and never exchanged for one. */
    public static final String POINTS = "PTS";

    public Money {
        if (currency.length() != 3) {
            throw new IllegalArgumentException("Not an ISO 4217 code: " + currency);
        }
    }
}
