package io.carat.api.statement;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.statement.StatementLine.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement to compare with the ledger. */
record StatementRequest(
        String brandId,

        @Schema(description = "the provider's own id of the statement, unique per brand")
        String statementId,

        @Schema(description = "beginning of the period, inclusive")
        Instant from,

        @Schema(description = "end of the period, exclusive")
        Instant to,

        @Schema(description = "what the statement covers; left out: both") @Nullable
        List<Kind> kinds,

        List<StatementLine> lines) {

    /** The most lines of one statement. */
    static final int MAX_LINES = 20_000;

    private static final Duration LONGEST_PERIOD = Duration.ofDays(366);

    StatementRequest {
        Field.brand(brandId);
        Field.name("statementId", statementId);
        StatementLine.requirePresent("from", from);
        StatementLine.requirePresent("to", to);
        StatementLine.requirePresent("lines", lines);
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_PERIOD) > 0) {
            throw new InvalidRequestException("to", "must be after 'from', by 366 days at most");
        }
        if (lines.size() > MAX_LINES) {
            throw new InvalidRequestException(
                    "lines",
                    "has more than " + MAX_LINES + " entries: send parts of the"
                            + " period as statements of their own");
        }
        Set<Kind> covered = covered(kinds);
        for (StatementLine line : lines) {
            StatementLine.requirePresent("lines", line);
            requireWithin(line, from, to, covered);
        }
        lines = List.copyOf(lines);
    }

    private static void requireWithin(StatementLine line, Instant from, Instant to, Set<Kind> covered) {
        if (line.bookedAt().isBefore(from) || !line.bookedAt().isBefore(to)) {
            throw new InvalidRequestException(
                    "bookedAt", "of " + line.reference() + " is not within the statement's period");
        }
        if (!covered.contains(line.kind())) {
            throw new InvalidRequestException("kind", "of " + line.reference() + " is none that the statement covers");
        }
    }

    /** What the statement covers. */
    Set<Kind> covered() {
        return covered(kinds);
    }

    private static Set<Kind> covered(@Nullable List<Kind> kinds) {
        return kinds == null || kinds.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(kinds);
    }
}
