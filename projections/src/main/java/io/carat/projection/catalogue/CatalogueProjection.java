package io.carat.projection.catalogue;

import io.carat.core.catalogue.CatalogueEvent.BrandDefined;
import io.carat.core.catalogue.CatalogueEvent.BrandSet;
import io.carat.core.catalogue.CatalogueEvent.GameListed;
import io.carat.core.catalogue.CatalogueEvent.GameRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProfileActivated;
import io.carat.core.catalogue.CatalogueEvent.ProfileDefined;
import io.carat.core.catalogue.CatalogueEvent.ProviderConnected;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProviderSecretReplaced;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.provider.ProviderProfile;
import io.carat.projection.EventPosition;
import io.carat.projection.ProjectionGapException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes the catalogue. An event that is delivered again changes nothing: a row knows the position that it is of. */
@ProcessingGroup(CatalogueProjection.PROCESSOR)
public final class CatalogueProjection {

    /** The name of the processor. */
    public static final String PROCESSOR = "wallet-catalogue";

    private static final String SET_BRAND = """
        INSERT INTO projection.wallet_brand AS brand (brand_id, currencies, zone, position, changed_at)
        VALUES (:id, :currencies, :zone, :position, :at)
        ON CONFLICT (brand_id) DO UPDATE
        SET currencies = :currencies, zone = :zone, position = :position, changed_at = :at
        WHERE brand.position < :position\
        """;

    private static final String ADD_PROVIDER = """
        INSERT INTO projection.wallet_provider (provider_id, position, changed_at) VALUES (:id, :position, :at)
        ON CONFLICT (provider_id) DO NOTHING\
        """;

    private static final String DEFINE_PROFILE = """
        INSERT INTO projection.wallet_provider_profile (provider_id, profile_version, definition, position, defined_at)
        VALUES (:id, :version, CAST(:definition AS jsonb), :position, :at)
        ON CONFLICT (provider_id, profile_version) DO NOTHING\
        """;

    private static final String ACTIVATE_PROFILE = """
        UPDATE projection.wallet_provider SET
            active_profile = CASE WHEN position < :position THEN :version ELSE active_profile END,
            changed_at = CASE WHEN position < :position THEN :at ELSE changed_at END,
            position = greatest(position, :position)
        WHERE provider_id = :id\
        """;

    private static final String REPLACE_KEY = """
        UPDATE projection.wallet_provider SET
            key_digest = CASE WHEN position < :position THEN :digest ELSE key_digest END,
            changed_at = CASE WHEN position < :position THEN :at ELSE changed_at END,
            position = greatest(position, :position)
        WHERE provider_id = :id\
        """;

    private static final String LIST_GAME = """
        INSERT INTO projection.wallet_game AS game (provider_id, game_id, product, position, changed_at)
        VALUES (:id, :game, :product, :position, :at)
        ON CONFLICT (provider_id, game_id) DO UPDATE SET product = :product, position = :position, changed_at = :at
        WHERE game.position < :position\
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    /** Writes to this database, in the caller's transaction. */
    public CatalogueProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A brand of the first start. */
    @EventHandler
    public void on(BrandDefined event, TrackingToken token, @Timestamp Instant at) {
        brand(event.brandId(), event.currencies(), event.zone(), token, at);
    }

    /** A brand as staff set it. */
    @EventHandler
    public void on(BrandSet event, TrackingToken token, @Timestamp Instant at) {
        brand(event.brandId(), event.currencies(), event.zone(), token, at);
    }

    /** A provider of the first start. */
    @EventHandler
    public void on(ProviderRegistered event, TrackingToken token, @Timestamp Instant at) {
        placed(ADD_PROVIDER, event.providerId(), token, at).update();
    }

    /** A provider that staff connected. */
    @EventHandler
    public void on(ProviderConnected event, TrackingToken token, @Timestamp Instant at) {
        placed(ADD_PROVIDER, event.providerId(), token, at).update();
    }

    /** Adds a version of a profile. */
    @EventHandler
    public void on(ProfileDefined event, TrackingToken token, @Timestamp Instant at) {
        ProviderProfile profile = event.profile();
        placed(DEFINE_PROFILE, profile.providerId(), token, at)
                .param("version", profile.version())
                .param("definition", json.writeValueAsString(profile))
                .update();
    }

    /**
     * Makes a version the active one.
     *
     * @throws ProjectionGapException if the provider is not there
     */
    @EventHandler
    public void on(ProfileActivated event, TrackingToken token, @Timestamp Instant at) {
        requireOne(
                placed(ACTIVATE_PROFILE, event.providerId(), token, at)
                        .param("version", event.version())
                        .update(),
                event,
                token);
    }

    /**
     * Notes that the key is another.
     *
     * @throws ProjectionGapException if the provider is not there
     */
    @EventHandler
    public void on(ProviderSecretReplaced event, TrackingToken token, @Timestamp Instant at) {
        requireOne(
                placed(REPLACE_KEY, event.providerId(), token, at)
                        .param("digest", event.keyDigest())
                        .update(),
                event,
                token);
    }

    /** A game of the first start. */
    @EventHandler
    public void on(GameRegistered event, TrackingToken token, @Timestamp Instant at) {
        game(event.providerId(), event.gameId(), event.product(), token, at);
    }

    /** A game that staff listed. */
    @EventHandler
    public void on(GameListed event, TrackingToken token, @Timestamp Instant at) {
        game(event.providerId(), event.gameId(), event.product(), token, at);
    }

    /** Takes every other event without reading it: a processor that skips an event keeps its old token. */
    @EventHandler(payloadType = LedgerEvent.class)
    public void on(EventMessage<?> other) {
        // nothing of it is in these tables
    }

    /** Empties the tables, for a replay to fill them again. */
    @ResetHandler
    public void onReset() {
        jdbc.sql("""
            TRUNCATE projection.wallet_brand, projection.wallet_provider, projection.wallet_provider_profile,
                projection.wallet_game\
            """).update();
    }

    private void brand(String brandId, List<String> currencies, String zone, TrackingToken token, Instant at) {
        placed(SET_BRAND, brandId, token, at)
                .param("currencies", currencies.toArray(String[]::new))
                .param("zone", zone)
                .update();
    }

    private void game(String providerId, String gameId, String product, TrackingToken token, Instant at) {
        placed(LIST_GAME, providerId, token, at)
                .param("game", gameId)
                .param("product", product)
                .update();
    }

    private static void requireOne(int rows, LedgerEvent event, TrackingToken token) {
        if (rows != 1) {
            throw new ProjectionGapException(event, EventPosition.of(token));
        }
    }

    private JdbcClient.StatementSpec placed(String sql, String id, TrackingToken token, Instant at) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("position", EventPosition.of(token))
                .param("at", at.atOffset(ZoneOffset.UTC));
    }
}
