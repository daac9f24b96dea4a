package io.carat.api.provider;

import io.carat.api.http.Problems;
import io.carat.api.security.Caller;
import io.carat.api.signature.CallbackSignature;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.provider.CallbackOperation;
import io.carat.core.provider.ProviderProfile;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Callbacks of game providers, each in its profile's terms. The published shapes are those of the generic contract. */
@RestController
@Tag(
        name = "Provider callbacks",
        description = "In the generic contract. A provider with another profile speaks its own; a signature is the only"
                + " credential, members that are not known are left alone.")
@SecurityRequirements
class ProviderCallbackController {

    private static final String SIGNED = "t=<unix seconds>,v1=<hex HMAC-SHA256 of \"<t>.<raw body>\">";

    private final KnownProviders providers;
    private final ProviderCallbacks callbacks;

    ProviderCallbackController(KnownProviders providers, ProviderCallbacks callbacks) {
        this.providers = providers;
        this.callbacks = callbacks;
    }

    @PostMapping("/providers/{providerId}/bet")
    @Operation(summary = "Hold a stake; the server's policy alone says from where")
    @Parameter(in = ParameterIn.HEADER, name = CallbackSignature.HEADER, required = true, description = SIGNED)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = GenericShapes.BetCallback.class)))
    @ApiResponse(
            responseCode = "200",
            description = "held; Idempotent-Replayed: true says that an earlier call did it",
            content = @Content(schema = @Schema(implementation = GenericShapes.CallbackAnswer.class)))
    @ApiResponse(responseCode = "400", description = "not well formed (INVALID_REQUEST)", content = @Content)
    @ApiResponse(responseCode = "401", description = "not signed as it must be (BAD_SIGNATURE)", content = @Content)
    @ApiResponse(responseCode = "404", description = "no such provider", content = @Content)
    @ApiResponse(responseCode = "409", description = "the bet was rolled back before it came", content = @Content)
    @ApiResponse(responseCode = "422", description = "the rules forbid it; the code says which", content = @Content)
    @ApiResponse(responseCode = "429", description = "too many callbacks; send again", content = @Content)
    @ApiResponse(responseCode = "503", description = "nothing was done; send again", content = @Content)
    ResponseEntity<?> bet(
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable Caller caller,
            @PathVariable String providerId,
            HttpServletRequest request) {
        return take(providerId, "bet", request, caller);
    }

    @PostMapping("/providers/{providerId}/win")
    @Operation(summary = "Pay a result of a bet; 0 when it is lost")
    @Parameter(in = ParameterIn.HEADER, name = CallbackSignature.HEADER, required = true, description = SIGNED)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = GenericShapes.WinCallback.class)))
    @ApiResponse(
            responseCode = "200",
            description = "paid",
            content = @Content(schema = @Schema(implementation = GenericShapes.CallbackAnswer.class)))
    @ApiResponse(responseCode = "404", description = "no such bet (BET_NOT_FOUND); it may yet come", content = @Content)
    @ApiResponse(responseCode = "409", description = "settled or rolled back before", content = @Content)
    ResponseEntity<?> win(
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable Caller caller,
            @PathVariable String providerId,
            HttpServletRequest request) {
        return take(providerId, "win", request, caller);
    }

    @PostMapping("/providers/{providerId}/rollback")
    @Operation(summary = "Give a stake back, or make sure that the bet is refused when it comes")
    @Parameter(in = ParameterIn.HEADER, name = CallbackSignature.HEADER, required = true, description = SIGNED)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = GenericShapes.RollbackCallback.class)))
    @ApiResponse(
            responseCode = "200",
            description = "given back, or TOMBSTONED",
            content = @Content(schema = @Schema(implementation = GenericShapes.CallbackAnswer.class)))
    @ApiResponse(responseCode = "409", description = "settled or rolled back before", content = @Content)
    ResponseEntity<?> rollback(
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable Caller caller,
            @PathVariable String providerId,
            HttpServletRequest request) {
        return take(providerId, "rollback", request, caller);
    }

    @PostMapping("/providers/{providerId}/balance")
    @Operation(summary = "What a player may bet with")
    @Parameter(in = ParameterIn.HEADER, name = CallbackSignature.HEADER, required = true, description = SIGNED)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = GenericShapes.BalanceCallback.class)))
    @ApiResponse(
            responseCode = "200",
            description = "the balance now",
            content = @Content(schema = @Schema(implementation = GenericShapes.BalanceAnswer.class)))
    @ApiResponse(responseCode = "404", description = "no such wallet", content = @Content)
    ResponseEntity<?> balance(
            @Parameter(hidden = true) @AuthenticationPrincipal @Nullable Caller caller,
            @PathVariable String providerId,
            HttpServletRequest request) {
        return take(providerId, "balance", request, caller);
    }

    /** The paths that only some profiles have. */
    @Hidden
    @PostMapping("/providers/{providerId}/{*path}")
    ResponseEntity<?> other(
            @AuthenticationPrincipal @Nullable Caller caller,
            @PathVariable String providerId,
            @PathVariable String path,
            HttpServletRequest request) {
        return take(providerId, path.replaceFirst("^/", ""), request, caller);
    }

    private ResponseEntity<?> take(
            String providerId, String path, HttpServletRequest request, @Nullable Caller caller) {
        Optional<ProviderProfile> profile = providers.profile(providerId);
        if (profile.isEmpty()) {
            return Problems.response(Rejection.of(RejectionCode.PROVIDER_NOT_FOUND, "There is no such provider here."));
        }
        Optional<CallbackOperation> operation = profile.get().operationAt(path);
        return operation.isEmpty()
                ? ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(Problems.of(
                                HttpStatus.NOT_FOUND, "NOT_FOUND", "The provider's profile has no such path."))
                : callbacks.take(profile.get(), operation.get(), request, caller);
    }
}
