package io.carat.projection.audit;

import io.carat.projection.paging.PageCursors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the audit log. It may trail the events by moments. */
public final class AuditQueries {

    /** Entries of one page. */
    public static final int PAGE = 100;

    private static final PageCursors CURSORS = new PageCursors("audit-1", "[1-9][0-9]{0,17}");

    private static final String SELECT = """
        SELECT position, at, actor, action, subject, reason, what::text AS what
        FROM projection.wallet_audit
        WHERE position < :before
          AND (CAST(:brand AS text) IS NULL OR brand_id = :brand)
          AND (CAST(:subject AS text) IS NULL OR subject = :subject)
          AND (CAST(:actor AS text) IS NULL OR actor = :actor)
        ORDER BY position DESC
        LIMIT :limit\
        """;

    private final JdbcClient jdbc;

    /** Reads this database. */
    public AuditQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Entries, newest first.
     *
     * @param cursor the {@code nextCursor} of the page before; null for the first
     * @throws io.carat.projection.paging.MalformedCursorException if no page gave out that cursor
     */
    public AuditPage page(AuditFilter filter, @Nullable String cursor) {
        List<AuditEntry> found = jdbc.sql(SELECT)
                .param("before", cursor == null ? Long.MAX_VALUE : Long.parseLong(CURSORS.place(cursor)))
                .param("brand", filter.brandId())
                .param("subject", filter.subject())
                .param("actor", filter.actor())
                .param("limit", PAGE + 1)
                .query(AuditQueries::entry)
                .list();
        if (found.size() <= PAGE) {
            return new AuditPage(found, null);
        }
        List<AuditEntry> entries = found.subList(0, PAGE);
        return new AuditPage(
                entries, CURSORS.text(Long.toString(entries.getLast().position())));
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("position"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("what"));
    }
}
