package io.carat.api.catalogue;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.api.security.ProviderKeys;
import io.carat.core.catalogue.CatalogueCommand.ActivateProfile;
import io.carat.core.catalogue.CatalogueCommand.DefineProfile;
import io.carat.core.catalogue.CatalogueCommand.NoteSecret;
import io.carat.core.catalogue.CatalogueCommand.ReadProvider;
import io.carat.core.catalogue.ProviderAnswer;
import io.carat.core.digest.Sha256;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.SignatureScheme;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Providers' profiles, versions that never change, and the keys that their callbacks are verified with. */
@RestController
@Tag(name = "Catalogue")
class ProfileController {

    private static final int DIGEST_BYTES = 16;

    private final CatalogueAnswers answers;
    private final ProviderKeys keys;

    ProfileController(CatalogueAnswers answers, ProviderKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    /** All versions of a provider's profile. */
    record Profiles(String providerId, @Nullable Integer activeVersion, List<ProviderProfile> profiles) {}

    /** A version to define, with all that a profile has but the provider, which the path names. */
    record ProfileRequest(
            Integer version,
            ProviderProfile.Wire wire,
            ProviderProfile.BetRules bets,
            ProviderProfile.Replies replies,
            ProviderProfile.Bounds bounds,
            String reason) {

        ProviderProfile profile(String providerId) {
            return new ProviderProfile(providerId, version, wire, bets, replies, bounds);
        }
    }

    /** A decision that needs nothing but its reason. */
    record Reason(String reason) {}

    /**
     * A key.
     *
     * @param secret the shared key itself, or the provider's public key in PEM
     */
    record SecretRequest(SignatureScheme kind, String secret, String reason) {
        SecretRequest {
            if (kind == null) {
                throw new InvalidRequestException("kind", "must be HMAC_SHA256 or RSA_SHA256");
            }
            try {
                ProviderKeys.parse(kind, secret == null ? "" : secret);
            } catch (IllegalArgumentException e) {
                throw new InvalidRequestException("secret", "is not usable: " + e.getMessage());
            }
        }

        /** Secrets stay out of logs. */
        @Override
        public String toString() {
            return "SecretRequest[" + kind + ", ***]";
        }
    }

    @GetMapping("/admin/v1/providers/{providerId}/profiles")
    @Operation(summary = "All versions of a provider's profile, and which is active")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Profiles.class)))
    ResponseEntity<Object> profiles(@PathVariable String providerId) {
        Field.name("providerId", providerId);
        return answers.read(new ReadProvider(providerId), answer -> {
            ProviderAnswer provider = (ProviderAnswer) answer;
            return new Profiles(provider.providerId(), provider.activeVersion(), provider.profiles());
        });
    }

    @PostMapping("/admin/v1/providers/{providerId}/profiles")
    @Operation(summary = "Define a version; one that is incomplete or contradicts itself is refused (PROFILE_INVALID)")
    ResponseEntity<Object> define(
            @AuthenticationPrincipal Caller caller, @PathVariable String providerId, @RequestBody ProfileRequest body) {
        Field.name("providerId", providerId);
        Reach.requireEveryBrand(caller);
        return answers.told(new DefineProfile(body.profile(providerId), AuditNotes.of(caller, body.reason())));
    }

    @PostMapping("/admin/v1/providers/{providerId}/profiles/{version}/activate")
    @Operation(summary = "Treat the provider by this version from now on; it takes a second to be in force everywhere")
    ResponseEntity<Object> activate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String providerId,
            @PathVariable int version,
            @RequestBody Reason body) {
        Field.name("providerId", providerId);
        Reach.requireEveryBrand(caller);
        return answers.told(new ActivateProfile(providerId, version, AuditNotes.of(caller, body.reason())));
    }

    @PutMapping("/admin/v1/providers/{providerId}/secret")
    @Operation(summary = "Replace the key that callbacks are verified with; the old one is taken for 5 seconds more")
    ResponseEntity<Object> secret(
            @AuthenticationPrincipal Caller caller, @PathVariable String providerId, @RequestBody SecretRequest body) {
        Field.name("providerId", providerId);
        Reach.requireEveryBrand(caller);
        byte[] digest = Sha256.begin().digest(body.secret().getBytes(StandardCharsets.UTF_8));
        // Noted first: a key in force of which nobody knows who set it would be worse than a note of one that is not.
        ResponseEntity<Object> noted = answers.told(new NoteSecret(
                providerId,
                body.kind(),
                HexFormat.of().formatHex(digest, 0, DIGEST_BYTES),
                AuditNotes.of(caller, body.reason())));
        if (noted.getStatusCode().is2xxSuccessful()) {
            keys.replace(providerId, body.kind(), body.secret());
        }
        return noted;
    }
}
