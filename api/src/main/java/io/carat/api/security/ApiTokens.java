package io.carat.api.security;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens in the database. */
@Repository
class ApiTokens {

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
        jdbc.sql("""
            INSERT INTO api_token (token_hash, name, role, brand_id, provider_ids)
            VALUES (:hash, :name, :role, :brand, :providers)\
            """)
                .param("hash", tokenHash)
                .param("name", caller.name())
                .param("role", caller.role().name())
                .param("brand", caller.brandId())
                .param("providers", caller.providerIds().toArray(String[]::new))
                .update();
    }

    /** Locks the table against writers until the transaction ends, so that one server alone makes the first tokens. */
    boolean lockAndTellWhetherEmpty() {
        jdbc.sql("LOCK TABLE api_token IN SHARE ROW EXCLUSIVE MODE").update();
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM api_token)")
                .query(Boolean.class)
                .single();
    }

    private static Caller caller(ResultSet row) throws SQLException {
        Array providers = row.getArray("provider_ids");
        return new Caller(
                row.getString("name"), Role.valueOf(row.getString("role")), row.getString("brand_id"), Set.of((String[])
                        providers.getArray()));
    }
}
