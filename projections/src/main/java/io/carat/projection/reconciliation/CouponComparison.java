package io.carat.projection.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares coupon grants: a grant's identity is its tip, and what it has reserved is what is open of its bets (rule book §10). */
final class CouponComparison {

    private static final String GRANTS = """
        SELECT grant_id, face_minor, remaining_minor, reserved_minor,
               remaining_minor::numeric + reserved_minor + consumed_minor + expired_minor + revoked_minor AS sum,
               least(remaining_minor, reserved_minor, consumed_minor, expired_minor, revoked_minor) AS least
        FROM projection.coupon_grant\
        """;

    private final Map<String, Row> rows = new HashMap<>();

    private record Row(long faceMinor, long remainingMinor, long reservedMinor, BigDecimal sum, long leastMinor) {}

    /** Reads the rows of all grants, in the caller's transaction. */
    static CouponComparison read(JdbcClient jdbc) {
        CouponComparison comparison = new CouponComparison();
        jdbc.sql(GRANTS).query(row -> {
            comparison.rows.put(
                    row.getString("grant_id"),
                    new Row(
                            row.getLong("face_minor"),
                            row.getLong("remaining_minor"),
                            row.getLong("reserved_minor"),
                            row.getBigDecimal("sum"),
                            row.getLong("least")));
        });
        return comparison;
    }

    /** Whether an id is that of a grant rather than of a bucket. */
    static boolean isGrant(String id) {
        return id.contains(".grant.");
    }

    /** What disagrees of one grant. */
    List<Drift> of(String grantId, ProjectedBucket projected, BucketReplay replay) {
        Row row = rows.get(grantId);
        if (row == null) {
            return List.of(drift(grantId, "the grant has no row"));
        }
        List<Drift> drifts = new ArrayList<>();
        if (row.sum.compareTo(BigDecimal.valueOf(row.faceMinor)) != 0 || row.leastMinor < 0) {
            drifts.add(drift(grantId, "a face of %d, and parts of %s".formatted(row.faceMinor, row)));
        }
        boolean isTip = projected.ledger().tipAfterMinor() == row.remainingMinor
                && projected.ledger().tipHeldMinor() == row.reservedMinor;
        if (!isTip) {
            drifts.add(drift(grantId, "%s; %s".formatted(row, projected.ledger())));
        }
        long openMinor = replay.openCouponMinor(grantId);
        if (openMinor != row.reservedMinor) {
            drifts.add(drift(grantId, "reserved %d, open legs %d".formatted(row.reservedMinor, openMinor)));
        }
        return drifts;
    }

    private static Drift drift(String grantId, String detail) {
        return new Drift(grantId, DriftClass.COUPON_TIP, detail);
    }
}
