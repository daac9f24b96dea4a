package io.carat.api.catalogue;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.core.catalogue.CatalogueCommand.ConnectProvider;
import io.carat.core.catalogue.CatalogueCommand.ListGame;
import io.carat.core.catalogue.CatalogueCommand.SetBrand;
import io.carat.projection.catalogue.CatalogueQueries;
import io.carat.projection.catalogue.CatalogueQueries.BrandRow;
import io.carat.projection.catalogue.CatalogueQueries.GameRow;
import io.carat.projection.catalogue.CatalogueQueries.ProviderRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Brands, providers and games. What already holds changes nothing, so every call may be repeated. */
@RestController
@Tag(name = "Catalogue")
class CatalogueController {

    private final CatalogueQueries catalogue;
    private final CatalogueAnswers answers;

    CatalogueController(CatalogueQueries catalogue, CatalogueAnswers answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    /** A provider to connect. */
    record ProviderRequest(String providerId, String reason) {
        ProviderRequest {
            Field.name("providerId", providerId);
        }
    }

    /** A game to list; the product is the server's own word, whatever callbacks say. */
    record GameRequest(String providerId, String gameId, String product, String reason) {
        GameRequest {
            Field.name("providerId", providerId);
            Field.name("gameId", gameId);
            Field.code("product", product);
        }
    }

    /** A brand to set. Currencies may be added, never taken away. */
    record BrandRequest(
            String brandId,
            List<String> currencies,
            @Nullable String zone,
            String reason) {
        BrandRequest {
            Field.brand(brandId);
            currencies = currencies(currencies);
            zone = zone(zone);
        }

        private static List<String> currencies(@Nullable List<String> currencies) {
            if (currencies == null || currencies.isEmpty() || new HashSet<>(currencies).size() != currencies.size()) {
                throw new InvalidRequestException("currencies", "must list at least one currency, each once");
            }
            for (String currency : currencies) {
                Field.currency(currency);
                try {
                    Currency.getInstance(currency);
                } catch (IllegalArgumentException e) {
                    throw new InvalidRequestException("currencies", "has " + currency + ", which ISO 4217 has not");
                }
            }
            return List.copyOf(currencies);
        }

        private static String zone(@Nullable String zone) {
            try {
                return zone == null ? "UTC" : ZoneId.of(zone).getId();
            } catch (DateTimeException e) {
                throw new InvalidRequestException("zone", "must be a time zone such as Asia/Seoul");
            }
        }
    }

    /** Every provider. */
    record Providers(List<ProviderRow> providers) {}

    /** Every game. */
    record Games(List<GameRow> games) {}

    /** Every brand. */
    record Brands(List<BrandRow> brands) {}

    @GetMapping("/admin/v1/providers")
    @Operation(summary = "The providers, with the versions of their profiles")
    Providers providers() {
        return new Providers(catalogue.providers());
    }

    @GetMapping("/admin/v1/games")
    @Operation(summary = "The games of all providers, with the product that each belongs to")
    Games games() {
        return new Games(catalogue.games());
    }

    @GetMapping("/admin/v1/brands")
    @Operation(summary = "The brands that the token reaches, with their currencies and time zones")
    Brands brands(@AuthenticationPrincipal Caller caller) {
        return new Brands(catalogue.brands().stream()
                .filter(brand -> caller.mayActFor(brand.brandId()))
                .toList());
    }

    @PostMapping("/admin/v1/providers")
    @Operation(summary = "Connect a provider; it can call once it has a key and an active profile")
    ResponseEntity<Object> connect(@AuthenticationPrincipal Caller caller, @RequestBody ProviderRequest body) {
        Reach.requireEveryBrand(caller);
        return answers.told(new ConnectProvider(body.providerId(), AuditNotes.of(caller, body.reason())));
    }

    @PostMapping("/admin/v1/games")
    @Operation(summary = "List a game of a provider under a product")
    ResponseEntity<Object> list(@AuthenticationPrincipal Caller caller, @RequestBody GameRequest body) {
        Reach.requireEveryBrand(caller);
        return answers.told(
                new ListGame(body.providerId(), body.gameId(), body.product(), AuditNotes.of(caller, body.reason())));
    }

    @PostMapping("/admin/v1/brands")
    @Operation(summary = "Set a brand's currencies and time zone")
    ResponseEntity<Object> set(@AuthenticationPrincipal Caller caller, @RequestBody BrandRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.told(new SetBrand(
                body.brandId(), body.currencies(), String.valueOf(body.zone()), AuditNotes.of(caller, body.reason())));
    }
}
