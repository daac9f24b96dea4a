package io.carat.projection.coupon;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The grants whose time is over and of which something remains. */
public final class DueCoupons {

    private static final String DUE = """
        SELECT grant_id FROM projection.coupon_grant
        WHERE remaining_minor > 0 AND expires_at <= :now
        ORDER BY expires_at, grant_id LIMIT :limit\
        """;

    private final JdbcClient jdbc;

    /** Reads this database. */
    public DueCoupons(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The ids of grants that are due at a time, the longest due first; at most so many. */
    public List<String> at(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
