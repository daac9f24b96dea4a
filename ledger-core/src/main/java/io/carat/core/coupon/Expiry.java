package io.carat.core.coupon;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something expires: at an instant, or with the end of a day in the brand's zone (rule book §0). Exactly one is given.
 *
 * @param at the first instant at which it is expired
 * @param endOf the last day on which it is not
 */
public record Expiry(@Nullable Instant at, @Nullable LocalDate endOf) {

    private static final int DATE_LENGTH = 10;

    public Expiry {
        if ((at == null) == (endOf == null)) {
            throw new IllegalArgumentException("An expiry is an instant or a date");
        }
    }

    /** Reads an RFC 3339 time or a date alone, both with a year of four digits; empty when the text is neither. */
    public static Optional<Expiry> parse(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() == DATE_LENGTH
                            ? new Expiry(null, LocalDate.parse(text))
                            : new Expiry(Instant.parse(text).truncatedTo(ChronoUnit.MICROS), null));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** The first instant at which it is expired, for a brand whose dates are read in this zone. */
    public Instant in(ZoneId zone) {
        return at != null
                ? at
                : Objects.requireNonNull(endOf).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
