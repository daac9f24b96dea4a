package io.carat.projection.reconciliation;

import java.sql.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger has to satisfy by itself, in the caller's transaction. */
final class LedgerChecks {

    /** before(n) = after(n-1), after = before + amount, entries 1, 2, 3, ... without gaps, nothing below zero. */
    private static final String CHAIN = """
        SELECT bucket_id, entry, before_minor, amount_minor, after_minor, previous_entry, previous_after
        FROM (SELECT bucket_id, entry, before_minor, amount_minor, after_minor,
                     lag(entry, 1, 0) OVER bucket AS previous_entry,
                     lag(after_minor, 1, 0) OVER bucket AS previous_after
              FROM projection.wallet_ledger
              WHERE bucket_id IS NOT NULL
              WINDOW bucket AS (PARTITION BY bucket_id ORDER BY entry)) AS chain
        WHERE entry <> previous_entry + 1
           OR before_minor <> previous_after
           OR after_minor::numeric <> before_minor::numeric + amount_minor
        ORDER BY bucket_id, entry\
        """;

    private static final String UNBALANCED = """
        SELECT journal_id, currency, sum(amount_minor) AS sum,
               array_agg(DISTINCT bucket_id) FILTER (WHERE bucket_id IS NOT NULL) AS bucket_ids
        FROM projection.wallet_ledger
        GROUP BY journal_id, currency
        HAVING sum(amount_minor) <> 0
        ORDER BY journal_id, currency\
        """;

    /** A system account's row belongs to the bucket whose own row is at the same position. */
    private static final String HOLDS = """
        SELECT bucket_id, coalesce(account.held, 0) AS account_held, coalesce(bucket.held_minor, 0) AS bucket_held
        FROM (SELECT own.bucket_id, sum(hold.amount_minor) AS held
              FROM projection.wallet_ledger AS hold
              JOIN projection.wallet_ledger AS own ON own.position = hold.position AND own.row_no = 1
              WHERE hold.account IN ('BET_HOLD', 'WITHDRAW_HOLD')
              GROUP BY own.bucket_id) AS account
        FULL JOIN (SELECT bucket_id, held_minor FROM projection.wallet_bucket
                   UNION ALL
                   SELECT grant_id, reserved_minor FROM projection.coupon_grant) AS bucket USING (bucket_id)
        WHERE coalesce(account.held, 0) <> coalesce(bucket.held_minor, 0)
        ORDER BY bucket_id\
        """;

    private static final String NEGATIVE = """
        SELECT bucket_id, entry, after_minor, held_after_minor FROM projection.wallet_ledger
        WHERE after_minor < 0 OR held_after_minor < 0
        ORDER BY bucket_id, entry\
        """;

    private LedgerChecks() {}

    /** Everything but the journals. */
    static List<Drift> read(JdbcClient jdbc) {
        List<Drift> drifts = new ArrayList<>();
        drifts.addAll(gaps(jdbc));
        drifts.addAll(holds(jdbc));
        drifts.addAll(negatives(jdbc));
        return drifts;
    }

    private static List<Drift> gaps(JdbcClient jdbc) {
        return jdbc.sql(CHAIN)
                .query((row, number) -> new Drift(
                        row.getString("bucket_id"),
                        DriftClass.CHAIN_GAP,
                        "entry %d: before %d, amount %d, after %d; the row before it: entry %d, after %d"
                                .formatted(
                                        row.getLong("entry"),
                                        row.getLong("before_minor"),
                                        row.getLong("amount_minor"),
                                        row.getLong("after_minor"),
                                        row.getLong("previous_entry"),
                                        row.getLong("previous_after"))))
                .list();
    }

    /** Journals that do not net to zero. */
    static List<UnbalancedJournal> unbalanced(JdbcClient jdbc) {
        return jdbc.sql(UNBALANCED)
                .query((row, number) -> {
                    Array buckets = row.getArray("bucket_ids");
                    return new UnbalancedJournal(
                            row.getString("journal_id"),
                            row.getString("currency"),
                            row.getBigDecimal("sum"),
                            buckets == null ? Set.of() : Set.of((String[]) buckets.getArray()));
                })
                .list();
    }

    private static List<Drift> holds(JdbcClient jdbc) {
        return jdbc.sql(HOLDS)
                .query((row, number) -> {
                    var inAccounts = row.getBigDecimal("account_held");
                    var inBucket = row.getBigDecimal("bucket_held");
                    return new Drift(
                            row.getString("bucket_id"),
                            inAccounts.compareTo(inBucket) > 0 ? DriftClass.HOLD_ORPHAN : DriftClass.HOLD_MISSING,
                            "hold accounts have %s, the balance row %s held"
                                    .formatted(inAccounts.toPlainString(), inBucket.toPlainString()));
                })
                .list();
    }

    private static List<Drift> negatives(JdbcClient jdbc) {
        return jdbc.sql(NEGATIVE)
                .query((row, number) -> new Drift(
                        row.getString("bucket_id"),
                        DriftClass.NEGATIVE,
                        "entry %d: available %d, held %d"
                                .formatted(
                                        row.getLong("entry"),
                                        row.getLong("after_minor"),
                                        row.getLong("held_after_minor"))))
                .list();
    }
}
