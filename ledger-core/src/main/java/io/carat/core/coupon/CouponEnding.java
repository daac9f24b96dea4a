package io.carat.core.coupon;

import io.carat.core.coupon.CouponCommand.RevokeCoupon;
import io.carat.core.coupon.CouponEvent.CouponConfirmed;
import io.carat.core.coupon.CouponEvent.CouponRevoked;
import io.carat.core.coupon.CouponMovement.Booking;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Confirms grants, and ends what is left of them (rule book §5). What a bet has reserved stays until the bet ends. */
final class CouponEnding {

    private final CouponState grant;
    private final CouponMovement movement;
    private final Instant now;

    CouponEnding(CouponState grant, Instant now) {
        this.grant = grant;
        this.movement = new CouponMovement(grant, now);
        this.now = now;
    }

    /** Makes an offered grant ACTIVE. One that has ended meanwhile ends; one that is confirmed stays as it is. */
    Decision confirm() {
        if (grant.endAt(now) != null) {
            return expire();
        }
        if (!grant.confirmed()) {
            movement.record(new CouponConfirmed(grant.offered().grantId(), now));
        }
        return decided();
    }

    /** Sends what remains back to PROMO once the time is over; before that, and afterwards, nothing happens. */
    Decision expire() {
        movement.forfeitIfEnded(booking("expire"));
        return decided();
    }

    /** Takes back what remains, and gives it to the budget; what is over already is told so. */
    Decision revoke(RevokeCoupon command, BudgetState budget) {
        if (grant.isExpired(now)) {
            return Decision.rejected(
                    RejectionCode.COUPON_EXPIRED,
                    "The grant is over since " + grant.terms().expiresAt() + ".");
        }
        if (grant.revoked()) {
            return Decision.rejected(RejectionCode.COUPON_REVOKED, "The grant was taken back before.");
        }
        if (grant.status() == CouponStatus.CONSUMED) {
            return Decision.rejected(RejectionCode.COUPON_CONSUMED, "Nothing is left of the grant.");
        }
        long leftMinor = grant.amounts().remaining();
        movement.record(new CouponRevoked(command.grantId(), command.audit(), now));
        movement.forfeitIfEnded(booking("revoke"));
        List<LedgerEvent> events = new ArrayList<>(movement.events());
        if (leftMinor > 0) {
            events.add(budget.release(
                    grant.terms().brandId(), grant.offered().campaignId(), command.grantId(), leftMinor));
        }
        return Decision.accepted(events, CouponAnswer.of(movement.state()));
    }

    private Decision decided() {
        return Decision.accepted(movement.events(), CouponAnswer.of(movement.state()));
    }

    private Booking booking(String deed) {
        String grantId = grant.offered().grantId();
        return new Booking(grantId + "/" + deed, grantId, null);
    }
}
