package io.carat.api.control;

import io.carat.api.http.InvalidRequestException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** An exclusion that a player asks for. */
record ExclusionBody(
        @Schema(description = "RFC 3339: when it ends by itself; left out, for ever", example = "2027-01-31T00:00:00Z")
        @Nullable
        String until,

        @Schema(description = "kept in the audit log") String reason) {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** The end, null for ever; refuses one that is over already. */
    @Nullable
    Instant end(Instant now) {
        if (until == null) {
            return null;
        }
        Instant end = parsed(until);
        if (!end.isAfter(now) || end.isAfter(LAST)) {
            throw new InvalidRequestException("until", "must be in the future; left out, it is for ever");
        }
        return end;
    }

    private static Instant parsed(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new InvalidRequestException("until", "must be a time such as 2027-01-31T00:00:00Z");
        }
    }
}
