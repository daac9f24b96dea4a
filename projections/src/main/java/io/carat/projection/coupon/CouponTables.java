package io.carat.projection.coupon;

import io.carat.core.bucket.Posting;
import io.carat.core.coupon.CampaignTerms;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.coupon.CouponEvent.CouponConfirmed;
import io.carat.core.coupon.CouponEvent.CouponConsumed;
import io.carat.core.coupon.CouponEvent.CouponForfeited;
import io.carat.core.coupon.CouponEvent.CouponOffered;
import io.carat.core.coupon.CouponEvent.CouponReleased;
import io.carat.core.coupon.CouponEvent.CouponReserved;
import io.carat.core.coupon.CouponEvent.CouponRestored;
import io.carat.core.coupon.CouponEvent.CouponRetaken;
import io.carat.core.coupon.CouponEvent.CouponRevoked;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.balance.BucketChange.Coupon;
import java.sql.Timestamp;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The row of each grant. Like balances its amounts are added up rather than copied, so that a row which was tampered with stays
 * wrong until the reconciliation says so.
 */
public final class CouponTables {

    private static final String OFFER = """
        INSERT INTO projection.coupon_grant (
            grant_id, campaign_id, brand_id, player_id, currency, trigger, products, providers, payout_target,
            stake_returned, partial_use, confirmed, face_minor, remaining_minor, reserved_minor, consumed_minor,
            expired_minor, revoked_minor, entry, topology_code, topology_version, policy_code, policy_version, expires_at,
            granted_at, updated_at, position)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, 0, 0, 0, 0, 1, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (grant_id) DO NOTHING\
        """;

    private static final String MOVE = """
        UPDATE projection.coupon_grant
        SET remaining_minor = remaining_minor + ?, reserved_minor = reserved_minor + ?,
            consumed_minor = consumed_minor + ?, expired_minor = expired_minor + ?, revoked_minor = revoked_minor + ?,
            entry = ?, updated_at = ?, position = ?
        WHERE grant_id = ? AND entry = ?\
        """;

    private static final String CONFIRM = """
        UPDATE projection.coupon_grant SET confirmed = true, updated_at = ?, position = greatest(position, ?)
        WHERE grant_id = ?\
        """;

    private final JdbcTemplate jdbc;
    private final CouponLedgerRows ledger;

    /** Writes to this database, in the caller's transaction. */
    public CouponTables(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.ledger = new CouponLedgerRows(jdbc);
    }

    /**
     * Writes changes in the order of their events. What is in the tables already changes nothing.
     *
     * @throws ProjectionGapException for the first event whose grant has no row, or another last entry than the one before
     */
    public void write(List<Coupon> changes) {
        changes.forEach(this::write);
    }

    private void write(Coupon change) {
        switch (change.event()) {
            case CouponOffered offered -> offer(offered, change);
            case CouponConfirmed ignored -> confirm(change);
            case CouponRevoked ignored -> {} // what it takes back is told by the forfeit beside it
            case CouponReserved it -> move(it, change, new long[] {-minor(it), minor(it), 0, 0, 0});
            case CouponConsumed it -> move(it, change, new long[] {0, -minor(it), minor(it), 0, 0});
            case CouponReleased it -> move(it, change, new long[] {minor(it), -minor(it), 0, 0, 0});
            case CouponRestored it -> move(it, change, new long[] {minor(it), 0, -minor(it), 0, 0});
            case CouponRetaken it -> move(it, change, new long[] {-minor(it), 0, minor(it), 0, 0});
            case CouponForfeited it ->
                move(
                        it,
                        change,
                        switch (it.end()) {
                            case EXPIRED -> new long[] {-minor(it), 0, 0, minor(it), 0};
                            case REVOKED -> new long[] {-minor(it), 0, 0, 0, minor(it)};
                        });
        }
    }

    private static long minor(CouponEvent.Posted event) {
        return event.posting().amountMinor();
    }

    private void offer(CouponOffered event, Coupon change) {
        CampaignTerms terms = event.terms();
        Timestamp at = Timestamp.from(change.at());
        int added = jdbc.update(
                OFFER,
                event.grantId(),
                event.campaignId(),
                terms.brandId(),
                event.playerId(),
                terms.currency(),
                event.trigger(),
                terms.products().toArray(String[]::new),
                terms.providers().toArray(String[]::new),
                terms.payoutTarget().name(),
                terms.stakeReturned(),
                terms.partialUse(),
                terms.faceMinor(),
                event.posting().amountMinor(),
                event.topology().code(),
                event.topology().version(),
                event.policy().code(),
                event.policy().version(),
                Timestamp.from(terms.expiresAt()),
                at,
                at,
                change.position());
        if (added == 1) {
            ledger.insert(event, change);
        }
    }

    private void confirm(Coupon change) {
        int found = jdbc.update(
                CONFIRM,
                Timestamp.from(change.at()),
                change.position(),
                change.event().grantId());
        if (found == 0) {
            throw new ProjectionGapException(change.event(), change.position());
        }
    }

    private void move(CouponEvent.Posted event, Coupon change, long[] deltas) {
        Posting posting = event.posting();
        int moved = jdbc.update(
                MOVE,
                deltas[0],
                deltas[1],
                deltas[2],
                deltas[3],
                deltas[4],
                posting.entry(),
                Timestamp.from(change.at()),
                change.position(),
                event.grantId(),
                posting.entry() - 1);
        if (moved == 1) {
            ledger.insert(event, change);
        } else if (!ledger.holds(event, change)) {
            throw new ProjectionGapException(event, change.position());
        }
    }
}
