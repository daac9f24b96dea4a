package io.carat.projection.rolling;

import io.carat.core.rolling.RequirementStatus;
import io.carat.projection.paging.PageCursors;
import io.carat.projection.rolling.RollingDetail.Row;
import io.carat.projection.rolling.RollingDetail.Terms;
import io.carat.projection.rolling.RollingDetail.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads requirements, over or not. It may trail the events by moments. */
public final class RollingQueries {

    /** The most rows of one page. */
    public static final int MAX_LIMIT = 500;

    private static final PageCursors CURSORS = new PageCursors("rolling-1", "[1-9][0-9]{0,17}");

    private static final String ONE = """
        SELECT r.*, s.progress, s.moved
        FROM projection.wallet_requirement r,
             LATERAL (SELECT coalesce(sum(progress_minor), 0)::bigint AS progress,
                             coalesce(sum(moved_minor), 0)::bigint AS moved
                      FROM projection.wallet_requirement_entry e WHERE e.requirement_id = r.requirement_id) s
        WHERE r.requirement_id = :id AND r.brand_id = :brandId AND r.player_id = :playerId\
        """;

    private static final String ROWS = """
        SELECT position, entry, reference_id, stake_minor, rate_bps, progress_minor, moved_minor, required_minor, occurred_at
        FROM projection.wallet_requirement_entry
        WHERE requirement_id = :id AND position > :after
        ORDER BY position
        LIMIT :limit\
        """;

    private static final String CHILDREN = """
        SELECT requirement_id FROM projection.wallet_requirement WHERE parent_id = :id ORDER BY created_at, requirement_id\
        """;

    private final JdbcClient jdbc;

    /** Reads this database. */
    public RollingQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * A player's requirement with a page of its rows; empty when the player has none of this id.
     *
     * @param cursor the {@code nextCursor} of the page before; null for the first
     * @param limit 1 to {@link #MAX_LIMIT} rows
     * @throws io.carat.projection.paging.MalformedCursorException if no page gave out that cursor
     */
    public Optional<RollingDetail> find(
            String brandId, String playerId, String requirementId, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_LIMIT + " rows, not " + limit);
        }
        long after = cursor == null ? 0 : Long.parseLong(CURSORS.place(cursor));
        return jdbc.sql(ONE)
                .param("id", requirementId)
                .param("brandId", brandId)
                .param("playerId", playerId)
                .query((row, number) -> detail(row, rows(requirementId, after, limit + 1), limit))
                .optional();
    }

    private List<Row> rows(String requirementId, long after, int limit) {
        return jdbc.sql(ROWS)
                .param("id", requirementId)
                .param("after", after)
                .param("limit", limit)
                .query(RollingQueries::row)
                .list();
    }

    private RollingDetail detail(ResultSet found, List<Row> rows, int limit) throws SQLException {
        String id = found.getString("requirement_id");
        boolean over = found.getString("status").equals(RequirementStatus.COMPLETED.name());
        long progress = found.getLong("progress");
        long moved = found.getLong("moved");
        long required = found.getLong("required_minor") - moved;
        List<Row> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new RollingDetail(
                id,
                found.getString("bucket_type_code"),
                found.getString("currency"),
                found.getString("kind"),
                found.getString("status"),
                found.getString("ended_by"),
                required,
                progress,
                moved,
                over ? 0 : required - progress,
                found.getString("parent_id"),
                jdbc.sql(CHILDREN).param("id", id).query(String.class).list(),
                terms(found),
                page,
                rows.size() > limit ? CURSORS.text(Long.toString(page.getLast().position())) : null);
    }

    private static Terms terms(ResultSet row) throws SQLException {
        OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        return new Terms(
                row.getString("source_id"),
                row.getLong("sequence"),
                row.getInt("priority"),
                row.getLong("base_minor"),
                row.getInt("multiplier_bps"),
                row.getLong("required_minor"),
                row.getString("contributions"),
                new Version(row.getString("topology_code"), row.getInt("topology_version")),
                new Version(row.getString("policy_code"), row.getInt("policy_version")),
                expiresAt == null ? null : expiresAt.toInstant(),
                instant(row, "created_at"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("position"),
                row.getString("entry"),
                row.getString("reference_id"),
                row.getLong("stake_minor"),
                row.getObject("rate_bps", Integer.class),
                row.getLong("progress_minor"),
                row.getLong("moved_minor"),
                row.getObject("required_minor", Long.class),
                instant(row, "occurred_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
