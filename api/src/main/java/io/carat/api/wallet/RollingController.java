package io.carat.api.wallet;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.Problems;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.projection.rolling.RollingQueries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a requirement came to stand where it does. */
@RestController
@Tag(name = "Wallets")
class RollingController {

    private static final int DEFAULT_PAGE = 100;

    private final RollingQueries rolling;

    RollingController(RollingQueries rolling) {
        this.rolling = rolling;
    }

    @GetMapping("/v2/wallets/{brandId}/{playerId}/rolling/{requirementId}")
    @Operation(
            summary = "A requirement, over or not, with what counted towards it; it may trail the snapshot by moments")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RollingView.class)))
    ResponseEntity<Object> requirement(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String brandId,
            @PathVariable String playerId,
            @PathVariable String requirementId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Field.onlyParameters(request, "cursor", "limit");
        Reach.requireBrand(caller, Field.brand(brandId));
        if (limit != null && (limit < 1 || limit > RollingQueries.MAX_LIMIT)) {
            throw new InvalidRequestException("limit", "must be from 1 to " + RollingQueries.MAX_LIMIT);
        }
        return rolling.find(
                        brandId,
                        Field.name("playerId", playerId),
                        requirementId,
                        cursor,
                        limit == null ? DEFAULT_PAGE : limit)
                .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(RollingView.of(found)))
                .orElseGet(() -> Problems.response(Rejection.of(
                        RejectionCode.REQUIREMENT_NOT_FOUND, "The player has no requirement " + requirementId + ".")));
    }
}
