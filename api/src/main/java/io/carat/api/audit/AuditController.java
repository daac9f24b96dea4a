package io.carat.api.audit;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.security.Caller;
import io.carat.projection.audit.AuditFilter;
import io.carat.projection.audit.AuditQueries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people decided. */
@RestController
@Tag(name = "Audit")
class AuditController {

    private final AuditQueries queries;

    AuditController(AuditQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/admin/v1/audit")
    @Operation(
            summary =
                    "What people decided, newest first: of the caller's brand, or of everything where the token has no"
                            + " brand. It may trail the events by moments")
    AuditView list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        Field.onlyParameters(request, "subject", "actor", "cursor");
        return AuditView.of(queries.page(
                new AuditFilter(caller.brandId(), printable("subject", subject), printable("actor", actor)), cursor));
    }

    private static @Nullable String printable(String field, @Nullable String value) {
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequestException(field, "has characters that no name has");
        }
        return value;
    }
}
