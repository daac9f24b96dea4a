package io.carat.api.provider;

import io.carat.api.http.Field;
import io.carat.core.decision.RejectionCode;
import io.carat.core.provider.ProviderProfile;
import java.math.BigInteger;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The provider's amounts in minor units and back, exactly.
 *
 * @param decimals amounts are integers of 10 to the minus this of the currency's unit; null: minor units
 */
record AmountScale(@Nullable Integer decimals) {

    static AmountScale of(ProviderProfile profile) {
        return new AmountScale(profile.wire().amountDecimals());
    }

    /**
     * An amount from 0 in minor units.
     *
     * @throws CallbackRefusedException when it has a fraction of the minor unit, is negative or too large
     */
    long toMinor(String member, long amount, String currency) {
        int shift = shift(currency);
        BigInteger scaled = BigInteger.valueOf(amount);
        if (shift < 0) {
            scaled = scaled.multiply(BigInteger.TEN.pow(-shift));
        } else if (shift > 0) {
            BigInteger[] parts = scaled.divideAndRemainder(BigInteger.TEN.pow(shift));
            if (parts[1].signum() != 0) {
                throw new CallbackRefusedException(
                        RejectionCode.AMOUNT_INVALID,
                        "'" + member + "' has a fraction of the minor unit of " + currency
                                + ": it must be a multiple of " + BigInteger.TEN.pow(shift) + ".");
            }
            scaled = parts[0];
        }
        if (scaled.bitLength() >= Long.SIZE) {
            throw new CallbackRefusedException(
                    RejectionCode.AMOUNT_INVALID, "'" + member + "' is a number outside what an amount can be.");
        }
        long minor = scaled.longValueExact();
        return CallbackBody.formed(() -> Field.amountOrZero(member, minor));
    }

    /** A balance in the provider's terms; where those are coarser than the minor unit, rounded down. */
    BigInteger fromMinor(long amountMinor, String currency) {
        if (amountMinor == 0) {
            return BigInteger.ZERO; // also where no currency is known
        }
        int shift = shift(currency);
        BigInteger minor = BigInteger.valueOf(amountMinor);
        return shift >= 0 ? minor.multiply(BigInteger.TEN.pow(shift)) : minor.divide(BigInteger.TEN.pow(-shift));
    }

    /** By how many places the provider's amounts are finer than the minor unit. */
    private int shift(String currency) {
        return decimals == null ? 0 : decimals - places(currency);
    }

    private static int places(String currency) {
        try {
            int places = Currency.getInstance(currency).getDefaultFractionDigits();
            if (places >= 0) {
                return places;
            }
        } catch (IllegalArgumentException e) {
            // Told below: no such currency.
        }
        throw new CallbackRefusedException(RejectionCode.CURRENCY_MISMATCH, "There is no currency " + currency + ".");
    }
}
