package io.carat.api.access;

import io.carat.api.http.ForbiddenException;
import io.carat.api.http.Problems;
import io.carat.api.security.Caller;
import io.carat.api.security.TokenView;
import io.carat.core.decision.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** API tokens. An admin whose token has a brand sees and makes tokens of that brand only. */
@RestController
@Tag(name = "Tokens")
class TokenController {

    private final TokenAdministration tokens;

    TokenController(TokenAdministration tokens) {
        this.tokens = tokens;
    }

    /** Every token that the caller may see, oldest first. */
    record Tokens(List<TokenView> tokens) {}

    /** Why a token is revoked. */
    record Revocation(
            @Schema(description = "kept in the audit log") @Nullable
            String reason) {}

    @PostMapping("/admin/v1/tokens")
    @Operation(summary = "Make a token; the answer tells it this once")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedToken.class)))
    ResponseEntity<Object> issue(@AuthenticationPrincipal Caller caller, @RequestBody NewToken body) {
        Caller holder = body.caller();
        if (caller.brandId() != null && !Objects.equals(caller.brandId(), holder.brandId())) {
            throw new ForbiddenException("This token makes tokens of brand " + caller.brandId() + " only.");
        }
        Optional<Rejection> noBrand = tokens.refuseBrand(holder.brandId());
        if (noBrand.isPresent()) {
            return Problems.response(noBrand.get());
        }
        if (tokens.isNameTaken(holder.name())) {
            return problem(
                    HttpStatus.CONFLICT,
                    "TOKEN_NAME_TAKEN",
                    "A token of that name is in use: the audit log could not tell the two apart.");
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(tokens.issue(caller, body));
    }

    @GetMapping("/admin/v1/tokens")
    @Operation(summary = "Every token, revoked ones too; never the secret")
    Tokens list(@AuthenticationPrincipal Caller caller) {
        return new Tokens(tokens.list(caller));
    }

    @PostMapping("/admin/v1/tokens/{tokenId}/revoke")
    @Operation(summary = "Take a token no more: at once on this node, within 5 seconds on others")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokenView.class)))
    ResponseEntity<Object> revoke(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String tokenId,
            @RequestBody(required = false) @Nullable Revocation body) {
        Optional<TokenView> token = tokens.find(caller, tokenId);
        if (token.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "TOKEN_NOT_FOUND", "There is no token " + tokenId + ".");
        }
        if (tokens.isLastAdmin(token.get())) {
            return problem(
                    HttpStatus.CONFLICT,
                    "LAST_ADMIN_TOKEN",
                    "Nobody could administer the server without this token: make another first.");
        }
        tokens.revoke(caller, token.get(), body == null ? null : body.reason());
        return ResponseEntity.ok(tokens.find(caller, tokenId).orElseThrow());
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String code, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(status, code, detail));
    }
}
