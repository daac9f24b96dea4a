package io.carat.api.security;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens in the database. */
@Repository
public class ApiTokens {

    private static final String VIEW =
            "SELECT token_id, name, role, brand_id, provider_ids, created_at, revoked_at FROM api_token ";

    private final JdbcClient jdbc;

    ApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The holder of the token with this hash, unless it is unknown or revoked. */
    Optional<Caller> find(byte[] tokenHash) {
        return jdbc.sql("""
            SELECT name, role, brand_id, provider_ids FROM api_token
            WHERE token_hash = :hash AND revoked_at IS NULL\
            """)
                .param("hash", tokenHash)
                .query((row, number) -> caller(row))
                .optional();
    }

    void add(byte[] tokenHash, Caller caller) {
        add(UUID.randomUUID().toString(), tokenHash, caller);
    }

    /** Adds a token under an id of the caller's. */
    public void add(String tokenId, byte[] tokenHash, Caller caller) {
        jdbc.sql("""
            INSERT INTO api_token (token_id, token_hash, name, role, brand_id, provider_ids)
            VALUES (:id, :hash, :name, :role, :brand, :providers)\
            """)
                .param("id", tokenId)
                .param("hash", tokenHash)
                .param("name", caller.name())
                .param("role", caller.role().name())
                .param("brand", caller.brandId())
                .param("providers", caller.providerIds().toArray(String[]::new))
                .update();
    }

    /** Every token of a brand, of all brands where that is null; oldest first. */
    public List<TokenView> list(@Nullable String brandId) {
        return jdbc.sql(VIEW + """
            WHERE CAST(:brand AS text) IS NULL OR brand_id = :brand
            ORDER BY created_at, token_id\
            """)
                .param("brand", brandId)
                .query((row, number) -> view(row))
                .list();
    }

    /** One token; empty when there is none of that id. */
    public Optional<TokenView> byId(String tokenId) {
        return jdbc.sql(VIEW + "WHERE token_id = :id")
                .param("id", tokenId)
                .query((row, number) -> view(row))
                .optional();
    }

    /** Takes a token no more; the first time counts. */
    public void revoke(String tokenId) {
        jdbc.sql("UPDATE api_token SET revoked_at = now() WHERE token_id = :id AND revoked_at IS NULL")
                .param("id", tokenId)
                .update();
    }

    /** Locks the table against writers until the transaction ends, so that one server alone makes the first tokens. */
    boolean lockAndTellWhetherEmpty() {
        jdbc.sql("LOCK TABLE api_token IN SHARE ROW EXCLUSIVE MODE").update();
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM api_token)")
                .query(Boolean.class)
                .single();
    }

    private static TokenView view(ResultSet row) throws SQLException {
        OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
        return new TokenView(
                row.getString("token_id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("brand_id"),
                Arrays.stream((String[]) row.getArray("provider_ids").getArray())
                        .sorted()
                        .toList(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                revokedAt == null ? null : revokedAt.toInstant());
    }

    private static Caller caller(ResultSet row) throws SQLException {
        Array providers = row.getArray("provider_ids");
        return new Caller(
                row.getString("name"), Role.valueOf(row.getString("role")), row.getString("brand_id"), Set.of((String[])
                        providers.getArray()));
    }
}
