package io.carat.api.http;

import io.carat.core.money.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms that request fields must have; a field that is missing or malformed is named in the refusal. */
public final class Field {

    private static final Pattern BRAND = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~@+=-]{1,64}");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int ODDS_DECIMALS = 3;
    private static final BigDecimal MAX_ODDS = new BigDecimal("1000000");

    private Field() {}

    /** A brand's id: up to 40 lower-case letters, digits and hyphens. */
    public static String brand(@Nullable String value) {
        return matching("brandId", value, BRAND, "up to 40 lower-case letters, digits and '-'");
    }

    /** The id of a player, provider or game: up to 64 letters, digits and {@code ._~@+=-}. */
    public static String name(String field, @Nullable String value) {
        return matching(field, value, NAME, "up to 64 letters, digits and . _ ~ @ + = -, and not . or ..");
    }

    /** A brand's own code: up to 64 letters, digits, '-' and '_'. */
    public static String label(String field, @Nullable String value) {
        return matching(field, value, LABEL, "up to 64 letters, digits, '-' and '_'");
    }

    /** A party's own reference: up to 128 printable ASCII characters without spaces. */
    public static String reference(String field, @Nullable String value) {
        return matching(field, value, REFERENCE, "up to 128 printable ASCII characters without spaces");
    }

    /** An ISO 4217 code. */
    public static String currency(@Nullable String value) {
        return matching("currency", value, CURRENCY, "three capital letters (ISO 4217)");
    }

    /** The code of a bucket type. */
    public static String code(String field, @Nullable String value) {
        return matching(field, value, CODE, "a code such as SPORTS_NORMAL");
    }

    /** A text of bounded length that is not interpreted; null stays null. */
    public static @Nullable String optionalText(String field, @Nullable String value) {
        return value == null ? null : reference(field, value);
    }

    /** An amount from 1 to {@link Money#MAX_REQUEST_MINOR} minor units. */
    public static long amount(String field, @Nullable Long value) {
        return amountFrom(1, field, value);
    }

    /** An amount from 0 to {@link Money#MAX_REQUEST_MINOR} minor units. */
    public static long amountOrZero(String field, @Nullable Long value) {
        return amountFrom(0, field, value);
    }

    /** Decimal odds from 1 with at most 3 places, as thousandths; null stays null. */
    public static @Nullable Integer oddsMilli(@Nullable BigDecimal odds) {
        return oddsMilli("odds", odds);
    }

    /** As {@link #oddsMilli(BigDecimal)}, for a member of another name. */
    public static @Nullable Integer oddsMilli(String field, @Nullable BigDecimal odds) {
        if (odds == null) {
            return null;
        }
        boolean bounded = odds.compareTo(BigDecimal.ONE) >= 0 && odds.compareTo(MAX_ODDS) <= 0;
        if (!bounded || odds.stripTrailingZeros().scale() > ODDS_DECIMALS) {
            throw new InvalidRequestException(field, "must be a decimal from 1 to 1000000 with at most 3 places");
        }
        return odds.movePointRight(ODDS_DECIMALS).intValueExact();
    }

    /** Refuses query parameters that a call does not know, instead of answering something else than was asked. */
    public static void onlyParameters(HttpServletRequest request, String... known) {
        for (String name : request.getParameterMap().keySet()) {
            if (!List.of(known).contains(name)) {
                throw new InvalidRequestException(
                        name, "is not a parameter of this call; it takes " + String.join(", ", known));
            }
        }
    }

    private static long amountFrom(long least, String field, @Nullable Long value) {
        if (value == null) {
            throw new InvalidRequestException(field, "is missing");
        }
        if (value < least || value > Money.MAX_REQUEST_MINOR) {
            throw new AmountInvalidException(
                    field + " must be from " + least + " to " + Money.MAX_REQUEST_MINOR + " minor units, not " + value);
        }
        return value;
    }

    private static String matching(String field, @Nullable String value, Pattern pattern, String form) {
        if (value == null) {
            throw new InvalidRequestException(field, "is missing");
        }
        if (!pattern.matcher(value).matches()) {
            throw new InvalidRequestException(field, "must be " + form);
        }
        return value;
    }
}
