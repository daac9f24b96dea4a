package io.carat.projection.review;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the items that are open. It may trail the events by moments. */
public final class OpenReviews {

    /** The gauge's name, which alerts rely on. */
    public static final String GAUGE = "wallet_review_items_open";

    /** The most items of one page. */
    public static final int MAX_LIMIT = 500;

    private static final String PAGE = """
        SELECT review_id, kind, brand_id, player_id, currency, authorization_id, bucket_id, requirement_id,
               required_minor, position, opened_at
        FROM projection.wallet_review
        WHERE closed_at IS NULL AND position > :after
          AND (CAST(:brandId AS text) IS NULL OR brand_id = :brandId)
        ORDER BY position
        LIMIT :limit\
        """;

    private final JdbcClient jdbc;

    /** Reads this database. */
    public OpenReviews(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Some open items, oldest first; null as {@code nextAfter} says that these are the last so far. */
    public record Page(List<OpenReview> items, @Nullable Long nextAfter) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Open items, oldest first.
     *
     * @param brandId only those of this brand; null for all
     * @param after only those that were opened after this position
     * @param limit 1 to {@link #MAX_LIMIT} items
     */
    public Page page(@Nullable String brandId, long after, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("A page has 1 to " + MAX_LIMIT + " items, not " + limit);
        }
        List<OpenReview> found = jdbc.sql(PAGE)
                .param("brandId", brandId)
                .param("after", after)
                .param("limit", limit + 1)
                .query(OpenReviews::item)
                .list();
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<OpenReview> items = found.subList(0, limit);
        return new Page(items, items.getLast().position());
    }

    /** How many items are open. */
    public long count() {
        return jdbc.sql("SELECT count(*) FROM projection.wallet_review WHERE closed_at IS NULL")
                .query(Long.class)
                .single();
    }

    /** Adds the gauge; it is read from the database when it is scraped. */
    public void register(MeterRegistry registry) {
        Gauge.builder(GAUGE, this, OpenReviews::count)
                .description("Items that wait for somebody to look at them")
                .strongReference(true)
                .register(registry);
    }

    private static OpenReview item(ResultSet row, int number) throws SQLException {
        return new OpenReview(
                row.getString("review_id"),
                row.getString("kind"),
                row.getString("brand_id"),
                row.getString("player_id"),
                row.getString("currency"),
                row.getString("authorization_id"),
                row.getString("bucket_id"),
                row.getString("requirement_id"),
                row.getLong("required_minor"),
                row.getLong("position"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
