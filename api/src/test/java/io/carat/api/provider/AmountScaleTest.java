package io.carat.api.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts are turned into minor units exactly or not at all. */
class AmountScaleTest {

    @ParameterizedTest(name = "{0} at {1} decimals in {2} are {3}")
    @CsvSource({
        "100000, 5, KRW, 1",
        "1000, 5, EUR, 1",
        "350000, 5, EUR, 350",
        "10, 5, XAU, -1",
        "7, 0, EUR, 700",
        "7, 0, KRW, 7",
        "0, 5, USD, 0",
        "12, , KRW, 12",
        "12, , ZZZ, 12"
    })
    void scales(long amount, @Nullable Integer decimals, String currency, long minor) {
        AmountScale scale = new AmountScale(decimals);
        if (minor < 0) {
            refused("CURRENCY_MISMATCH", scale, amount, currency);
        } else {
            assertThat(scale.toMinor("amount", amount, currency)).isEqualTo(minor);
            assertThat(scale.fromMinor(minor, currency)).isEqualTo(BigInteger.valueOf(amount));
        }
    }

    @ParameterizedTest(name = "{0} at {1} decimals in {2} is {3}")
    @CsvSource({
        "1, 5, EUR, AMOUNT_INVALID",
        "100001, 5, KRW, AMOUNT_INVALID",
        "-1000, 5, EUR, AMOUNT_INVALID",
        "9223372036854775807, 0, EUR, AMOUNT_INVALID",
        "1000000000000001, , KRW, AMOUNT_INVALID",
        "100000, 5, ZZZ, CURRENCY_MISMATCH"
    })
    void refusesWhatIsNoAmount(long amount, @Nullable Integer decimals, String currency, String code) {
        refused(code, new AmountScale(decimals), amount, currency);
    }

    @Test
    void tellsLargeBalancesWhole() {
        assertThat(new AmountScale(5).fromMinor(Long.MAX_VALUE, "KRW"))
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(100_000)));
    }

    private static void refused(String code, AmountScale scale, long amount, String currency) {
        assertThatThrownBy(() -> scale.toMinor("amount", amount, currency))
                .isInstanceOfSatisfying(
                        CallbackRefusedException.class,
                        refused -> assertThat(refused.name()).isEqualTo(code));
    }
}
