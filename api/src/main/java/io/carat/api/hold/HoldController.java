package io.carat.api.hold;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.projection.hold.HoldQueries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bets that no provider has closed. */
@RestController
@Tag(name = "Holds")
class HoldController {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final HoldQueries queries;
    private final HoldSettings settings;

    HoldController(HoldQueries queries, HoldSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @GetMapping("/admin/v1/holds")
    @Operation(
            summary = "Open bets by age, oldest first; nothing is ever released by itself. It may trail the events by"
                    + " moments")
    HoldView list(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "ISO 8601, such as PT24H; left out, every open bet")
                    @RequestParam(required = false)
                    @Nullable
                    String olderThan,
            @RequestParam(required = false) @Nullable String brandId,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        Field.onlyParameters(request, "olderThan", "brandId", "cursor");
        if (brandId != null) {
            Reach.requireBrand(caller, Field.brand(brandId));
        }
        Instant now = Instant.now();
        return HoldView.of(
                queries.page(now.minus(age(olderThan)), brandId == null ? caller.brandId() : brandId, cursor),
                settings.policy(),
                now);
    }

    private static Duration age(@Nullable String text) {
        Duration age = text == null ? Duration.ZERO : parsed(text);
        if (age.isNegative() || age.compareTo(LONGEST) > 0) {
            throw new InvalidRequestException("olderThan", "must be from PT0S to P36500D");
        }
        return age;
    }

    private static Duration parsed(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidRequestException("olderThan", "must be a duration such as PT24H or P30D");
        }
    }
}
