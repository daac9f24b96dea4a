package io.carat.projection.reconciliation;

import io.carat.projection.reconciliation.ProjectedBucket.Balance;
import io.carat.projection.reconciliation.ProjectedBucket.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the balance row and the ledger of every bucket, in the caller's transaction. */
final class ProjectedBuckets {

    private static final String ALL = """
        WITH total AS (
            SELECT bucket_id, count(*) AS rows, sum(amount_minor) AS sum, max(entry) AS tip_entry
            FROM projection.wallet_ledger WHERE bucket_id IS NOT NULL GROUP BY bucket_id),
        ledger AS (
            SELECT total.*, tip.after_minor AS tip_after, tip.held_after_minor AS tip_held
            FROM total JOIN projection.wallet_ledger AS tip
                ON tip.bucket_id = total.bucket_id AND tip.entry = total.tip_entry)
        SELECT bucket_id, balance.available_minor, balance.held_minor, balance.entry,
               coalesce(rows, 0) AS rows, coalesce(sum, 0) AS sum, coalesce(tip_entry, 0) AS tip_entry,
               coalesce(tip_after, 0) AS tip_after, coalesce(tip_held, 0) AS tip_held
        FROM (SELECT bucket_id, available_minor, held_minor, entry FROM projection.wallet_bucket
              UNION ALL
              SELECT grant_id, remaining_minor, reserved_minor, entry FROM projection.coupon_grant) AS balance
        FULL JOIN ledger USING (bucket_id)\
        """;

    private ProjectedBuckets() {}

    static Map<String, ProjectedBucket> read(JdbcClient jdbc) {
        Map<String, ProjectedBucket> buckets = new HashMap<>();
        jdbc.sql(ALL).query(row -> {
            buckets.put(row.getString("bucket_id"), new ProjectedBucket(balance(row), ledger(row)));
        });
        return buckets;
    }

    private static @Nullable Balance balance(ResultSet row) throws SQLException {
        long entry = row.getLong("entry");
        return row.wasNull() ? null : new Balance(row.getLong("available_minor"), row.getLong("held_minor"), entry);
    }

    private static Ledger ledger(ResultSet row) throws SQLException {
        return new Ledger(
                row.getLong("rows"),
                row.getBigDecimal("sum"),
                row.getLong("tip_entry"),
                row.getLong("tip_after"),
                row.getLong("tip_held"));
    }
}
