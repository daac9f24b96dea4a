package io.carat.core.coupon;

/**
 * Where the face of a grant is, in minor units: each part of it in exactly one place.
 *
 * @param remaining may still be used
 * @param reserved open bets hold it
 * @param consumed it was used
 * @param expired it went back to PROMO when its time was over
 * @param revoked it went back to PROMO because staff took it back
 */
public record CouponAmounts(long remaining, long reserved, long consumed, long expired, long revoked) {

    public CouponAmounts {
        if (remaining < 0 || reserved < 0 || consumed < 0 || expired < 0 || revoked < 0) {
            throw new IllegalStateException("A grant would hold " + remaining + " remaining, " + reserved
                    + " reserved, " + consumed + " consumed, " + expired + " expired, " + revoked + " revoked");
        }
    }

    static CouponAmounts granted(long faceMinor) {
        return new CouponAmounts(faceMinor, 0, 0, 0, 0);
    }

    /** The sum of all places: the face, always (rule book §5). */
    public long sum() {
        return Math.addExact(
                Math.addExact(Math.addExact(remaining, reserved), Math.addExact(consumed, expired)), revoked);
    }

    CouponAmounts reserve(long minor) {
        return new CouponAmounts(remaining - minor, reserved + minor, consumed, expired, revoked);
    }

    CouponAmounts consume(long minor) {
        return new CouponAmounts(remaining, reserved - minor, consumed + minor, expired, revoked);
    }

    CouponAmounts restore(long minor) {
        return new CouponAmounts(remaining + minor, reserved, consumed - minor, expired, revoked);
    }

    CouponAmounts forfeit(CouponEnd end, long minor) {
        return switch (end) {
            case EXPIRED -> new CouponAmounts(remaining - minor, reserved, consumed, expired + minor, revoked);
            case REVOKED -> new CouponAmounts(remaining - minor, reserved, consumed, expired, revoked + minor);
        };
    }
}
