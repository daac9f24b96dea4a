package io.carat.projection.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue as the read model knows it. */
public final class CatalogueQueries {

    private static final String PROVIDERS = """
        SELECT provider_id, active_profile, array(
            SELECT profile_version FROM wallet_provider_profile version
            WHERE version.provider_id = provider.provider_id ORDER BY 1) AS versions
        FROM wallet_provider provider ORDER BY provider_id\
        """;

    private final JdbcClient jdbc;

    /** Reads this database. */
    public CatalogueQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * A provider.
     *
     * @param versions the versions of its profile, lowest first
     * @param activeVersion the one it is treated by; null before one is
     */
    public record ProviderRow(
            String providerId,
            List<Integer> versions,
            @Nullable Integer activeVersion) {
        public ProviderRow {
            versions = List.copyOf(versions);
        }
    }

    /** A game and the product that it belongs to. */
    public record GameRow(String providerId, String gameId, String product) {}

    /** A brand, the currencies its players may hold, and the zone its dates are read in. */
    public record BrandRow(String brandId, List<String> currencies, String zone) {
        public BrandRow {
            currencies = List.copyOf(currencies);
        }
    }

    /** Every provider, by id. */
    public List<ProviderRow> providers() {
        return jdbc.sql(PROVIDERS)
                .query((row, number) -> new ProviderRow(
                        row.getString("provider_id"),
                        Arrays.asList((Integer[]) row.getArray("versions").getArray()),
                        row.getObject("active_profile", Integer.class)))
                .list();
    }

    /** Every game, by provider and id. */
    public List<GameRow> games() {
        return jdbc.sql("SELECT provider_id, game_id, product FROM wallet_game ORDER BY 1, 2")
                .query((row, number) -> new GameRow(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Every brand, by id. */
    public List<BrandRow> brands() {
        return jdbc.sql("SELECT brand_id, currencies, zone FROM wallet_brand ORDER BY 1")
                .query((row, number) -> brand(row))
                .list();
    }

    private static BrandRow brand(ResultSet row) throws SQLException {
        return new BrandRow(
                row.getString(1), Arrays.asList((String[]) row.getArray(2).getArray()), row.getString(3));
    }
}
