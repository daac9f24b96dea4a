package io.carat.projection.coupon;

import io.carat.core.bucket.Posting;
import io.carat.core.coupon.CouponEvent;
import io.carat.projection.balance.BucketChange.Coupon;
import io.carat.projection.ledger.LedgerRow;
import java.sql.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger rows of grants: as those of buckets, the grant's own and one for each system account. */
final class CouponLedgerRows {

    private static final String INSERT = """
        INSERT INTO projection.wallet_ledger (
            position, row_no, journal_id, reason, account, bucket_id, brand_id, player_id, currency, topology_code,
            topology_version, bucket_type_code, entry, amount_minor, before_minor, after_minor, held_after_minor,
            counter_account, reference_id, leg, occurred_at)
        SELECT ?, ?, ?, ?, ?, ?, brand_id, player_id, currency, topology_code, topology_version, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
        FROM projection.coupon_grant WHERE grant_id = ?\
        """;

    private static final String HOLDS = """
        SELECT EXISTS (SELECT FROM projection.wallet_ledger
                       WHERE position = ? AND row_no = 1 AND bucket_id = ? AND entry = ?)\
        """;

    /** What stands for a bucket's type with grants. */
    private static final String TYPE = "COUPON";

    private final JdbcTemplate jdbc;

    CouponLedgerRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the rows of a movement; the grant has its row. */
    void insert(CouponEvent.Posted event, Coupon change) {
        Posting posting = event.posting();
        for (LedgerRow row : LedgerRow.of(event.grantId(), posting)) {
            boolean own = row.isOwn();
            jdbc.update(
                    INSERT,
                    change.position(),
                    row.rowNo(),
                    posting.journalId(),
                    posting.reason().name(),
                    row.account(),
                    own ? event.grantId() : null,
                    own ? TYPE : null,
                    own ? posting.entry() : null,
                    row.amountMinor(),
                    own ? posting.availableBeforeMinor() : null,
                    own ? posting.availableAfterMinor() : null,
                    own ? posting.heldAfterMinor() : null,
                    row.counterAccount(),
                    posting.referenceId(),
                    posting.leg(),
                    Timestamp.from(change.at()),
                    event.grantId());
        }
    }

    /** Whether a movement has its rows at its position. */
    boolean holds(CouponEvent.Posted event, Coupon change) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                HOLDS,
                Boolean.class,
                change.position(),
                event.grantId(),
                event.posting().entry()));
    }
}
