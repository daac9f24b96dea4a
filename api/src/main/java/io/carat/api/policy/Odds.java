package io.carat.api.policy;

import io.carat.api.http.Field;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decimal odds as they are told, thousandths as they are kept. */
final class Odds {

    private static final int DECIMALS = 3;

    private Odds() {}

    static @Nullable BigDecimal unless(int oddsMilli, int unbound) {
        return oddsMilli == unbound ? null : BigDecimal.valueOf(oddsMilli, DECIMALS);
    }

    static int milliOr(@Nullable BigDecimal odds, int unbound) {
        return Objects.requireNonNullElse(Field.oddsMilli(odds), unbound);
    }
}
