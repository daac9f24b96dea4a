package io.carat.saga.bonus;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bonuses that will expire and are not over: table {@code bonus_expiry}. Every call is one statement. */
public final class ExpiringBonuses {

    private final JdbcClient jdbc;

    /** Those of this database. */
    public ExpiringBonuses(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Adds a bonus; one that is there stays as it is. */
    public void add(String bonusId, String brandId, Instant expiresAt) {
        jdbc.sql("""
            INSERT INTO bonus_expiry (bonus_id, brand_id, expires_at, next_attempt_at)
            VALUES (:id, :brand, :at, :at) ON CONFLICT (bonus_id) DO NOTHING\
            """)
                .param("id", bonusId)
                .param("brand", brandId)
                .param("at", time(expiresAt))
                .update();
    }

    /** Removes a bonus that is over; one that is not there stays away. */
    public void remove(String bonusId) {
        jdbc.sql("DELETE FROM bonus_expiry WHERE bonus_id = :id")
                .param("id", bonusId)
                .update();
    }

    /** The ids of bonuses that are due, longest due first. */
    public List<String> due(Instant now, int limit) {
        return jdbc.sql("SELECT bonus_id FROM bonus_expiry WHERE next_attempt_at <= :now ORDER BY next_attempt_at"
                        + " LIMIT :limit")
                .param("now", time(now))
                .param("limit", limit)
                .query((row, number) -> row.getString("bonus_id"))
                .list();
    }

    /** Leaves a bonus alone until then: others come first, whatever became of it. */
    public void putOff(String bonusId, Instant next) {
        jdbc.sql("UPDATE bonus_expiry SET next_attempt_at = :next WHERE bonus_id = :id")
                .param("id", bonusId)
                .param("next", time(next))
                .update();
    }

    /** Since when the bonus is due that is due longest; empty when none is. */
    public Optional<Instant> longestDue(Instant now) {
        return jdbc.sql("SELECT min(expires_at) FROM bonus_expiry WHERE expires_at <= :now HAVING count(*) > 0")
                .param("now", time(now))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Empties the list, for a replay to fill it again. */
    public void clear() {
        jdbc.sql("TRUNCATE bonus_expiry").update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
