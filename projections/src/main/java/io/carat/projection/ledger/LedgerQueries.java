package io.carat.projection.ledger;

import io.carat.projection.paging.MalformedCursorException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the ledger of a wallet. It may trail the events by moments. */
public final class LedgerQueries {

    /** The most rows of one page. */
    public static final int MAX_LIMIT = 500;

    private static final String PAGE = """
        SELECT position, entry, journal_id, reason, bucket_type_code, currency, account, counter_account,
               amount_minor, before_minor, after_minor, held_after_minor, reference_id, leg, occurred_at
        FROM projection.wallet_ledger
        WHERE brand_id = :brandId AND player_id = :playerId AND bucket_id IS NOT NULL AND position > :after
          AND (CAST(:bucketTypeCode AS text) IS NULL OR bucket_type_code = :bucketTypeCode)
          AND (CAST(:currency AS text) IS NULL OR currency = :currency)
        ORDER BY position
        LIMIT :limit\
        """;

    private final JdbcClient jdbc;

    /** Reads this database. */
    public LedgerQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The rows of a player's buckets, oldest first.
     *
     * @param bucketTypeCode only rows of this bucket type; null for all
     * @param currency only rows in this currency; null for all
     * @param cursor the {@code nextCursor} of the page before; null for the first
     * @param limit 1 to {@link #MAX_LIMIT} rows
     * @throws MalformedCursorException if no page gave out that cursor
     * @throws IllegalArgumentException if the limit is out of range
     */
    public LedgerPage page(
            String brandId,
            String playerId,
            @Nullable String bucketTypeCode,
            @Nullable String currency,
            @Nullable String cursor,
            int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_LIMIT + " rows, not " + limit);
        }
        List<LedgerEntry> found = jdbc.sql(PAGE)
                .param("brandId", brandId)
                .param("playerId", playerId)
                .param("bucketTypeCode", bucketTypeCode)
                .param("currency", currency)
                .param("after", LedgerCursor.parse(cursor).afterPosition())
                .param("limit", limit + 1)
                .query(LedgerQueries::entry)
                .list();
        if (found.size() <= limit) {
            return new LedgerPage(found, null);
        }
        List<LedgerEntry> rows = found.subList(0, limit);
        return new LedgerPage(rows, new LedgerCursor(rows.getLast().position()).text());
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getLong("position"),
                row.getLong("entry"),
                row.getString("journal_id"),
                row.getString("reason"),
                row.getString("bucket_type_code"),
                row.getString("currency"),
                row.getString("account"),
                row.getString("counter_account"),
                row.getLong("amount_minor"),
                row.getLong("before_minor"),
                row.getLong("after_minor"),
                row.getLong("held_after_minor"),
                row.getString("reference_id"),
                row.getObject("leg", Integer.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }
}
