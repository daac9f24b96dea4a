package io.carat.projection.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.catalogue.CatalogueEvent.BrandDefined;
import io.carat.core.catalogue.CatalogueEvent.BrandSet;
import io.carat.core.catalogue.CatalogueEvent.GameListed;
import io.carat.core.catalogue.CatalogueEvent.GameRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProfileActivated;
import io.carat.core.catalogue.CatalogueEvent.ProfileDefined;
import io.carat.core.catalogue.CatalogueEvent.ProviderConnected;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProviderSecretReplaced;
import io.carat.core.configuration.FirstStart;
import io.carat.core.decision.AuditNote;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.SignatureScheme;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.catalogue.CatalogueQueries.BrandRow;
import io.carat.projection.catalogue.CatalogueQueries.GameRow;
import io.carat.projection.catalogue.CatalogueQueries.ProviderRow;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.WalletScript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogueProjectionTest {

    private static final AuditNote AUDIT = new AuditNote("first-admin", "because");

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final WalletScript script = new WalletScript();
    private final CatalogueQueries catalogue = new CatalogueQueries(database.dataSource());

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void showsWhatWasSetLastHoweverOftenItIsTold() {
        ProviderProfile first = FirstStart.profiles().getFirst().profile();
        ProviderProfile second =
                new ProviderProfile(first.providerId(), 2, first.wire(), first.bets(), first.replies(), first.bounds());
        script.append(new BrandDefined("brand:acme", "acme", List.of("KRW"), "UTC"))
                .append(new ProviderRegistered("provider:generic", "generic"))
                .append(new ProviderConnected("provider:third", "third", AUDIT))
                .append(new GameRegistered("game:generic:g1", "generic", "g1", "SPORTS"))
                .append(new ProfileDefined("provider:generic", first, AUDIT))
                .append(new ProfileActivated("provider:generic", "generic", 1, AUDIT))
                .append(new ProfileDefined("provider:generic", second, AUDIT))
                .append(new ProfileActivated("provider:generic", "generic", 2, AUDIT))
                .append(new ProviderSecretReplaced(
                        "provider:generic", "generic", SignatureScheme.HMAC_SHA256, "abcd", AUDIT))
                .append(new GameListed("game:generic:g1", "generic", "g1", "SLOTS", AUDIT))
                .append(new BrandSet("brand:acme", "acme", List.of("KRW", "EUR"), "Asia/Seoul", AUDIT));
        database.project(script.events()).project(script.events());

        assertThat(catalogue.providers())
                .containsExactly(
                        new ProviderRow("generic", List.of(1, 2), 2), new ProviderRow("third", List.of(), null));
        assertThat(catalogue.games()).containsExactly(new GameRow("generic", "g1", "SLOTS"));
        assertThat(catalogue.brands()).containsExactly(new BrandRow("acme", List.of("KRW", "EUR"), "Asia/Seoul"));
        assertThat(database.rows("SELECT provider_id, key_digest FROM wallet_provider WHERE key_digest IS NOT NULL"))
                .containsExactly(Map.of("provider_id", "generic", "key_digest", "abcd"));
        assertThat(database.rows(
                        "SELECT definition #>> '{wire,contract}' AS contract FROM wallet_provider_profile LIMIT 1"))
                .containsExactly(Map.of("contract", "GENERIC"));
    }

    @Test
    void refusesWhatBelongsToAProviderThatIsNotThere() {
        script.append(new ProfileActivated("provider:generic", "generic", 1, AUDIT));

        assertThatThrownBy(() -> database.project(script.events())).isInstanceOf(ProjectionGapException.class);
    }

    @Test
    void isReadOnlyThroughItsViews() {
        script.append(new GameRegistered("game:generic:g1", "generic", "g1", "SPORTS"));
        database.project(script.events());

        assertThatThrownBy(() -> database.sql()
                        .sql("UPDATE wallet_game SET product = 'X'")
                        .update())
                .hasMessageContaining("wallet_game");
    }
}
