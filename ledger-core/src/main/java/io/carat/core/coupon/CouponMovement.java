package io.carat.core.coupon;

import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.coupon.CouponEvent.CouponConsumed;
import io.carat.core.coupon.CouponEvent.CouponForfeited;
import io.carat.core.coupon.CouponEvent.CouponReleased;
import io.carat.core.coupon.CouponEvent.CouponReserved;
import io.carat.core.coupon.CouponEvent.CouponRestored;
import io.carat.core.coupon.CouponEvent.CouponRetaken;
import io.carat.core.decision.LedgerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one decision does to a grant: each step is an event and the state after it. Amounts are minor units; a step of 0 is no
 * step. It lives for one decision and is not shared.
 */
public final class CouponMovement {

    private final Instant now;
    private final List<LedgerEvent> events = new ArrayList<>();
    private CouponState state;

    /** A movement that starts from a grant as loaded. */
    public CouponMovement(CouponState state, Instant now) {
        this.state = state;
        this.now = now;
    }

    /**
     * What a step is booked under.
     *
     * @param journalId the movement's id
     * @param referenceId the bet or grant that it belongs to
     * @param leg the bet's leg number, null where there is none
     */
    public record Booking(
            String journalId, String referenceId, @Nullable Integer leg) {}

    /** The grant as the movement has left it so far. */
    public CouponState state() {
        return state;
    }

    /** The movement's events so far, in order. */
    public List<LedgerEvent> events() {
        return List.copyOf(events);
    }

    /** A bet holds a part of what remains. */
    public void reserve(Booking booking, long minor) {
        if (minor > 0) {
            Posting posting = posting(booking, PostingReason.STAKE, minor, -minor, minor)
                    .between(id(), SystemAccount.BET_HOLD.name());
            record(new CouponReserved(id(), posting, booking.referenceId, now));
        }
    }

    /** What a bet holds goes to the house. */
    public void consume(Booking booking, long minor) {
        if (minor > 0) {
            Posting posting = posting(booking, PostingReason.STAKE_TAKEN, minor, 0, -minor)
                    .between(SystemAccount.BET_HOLD.name(), SystemAccount.HOUSE.name());
            record(new CouponConsumed(id(), posting, booking.referenceId, now));
        }
    }

    /** What a bet holds is back: it remains, or goes on to PROMO where the grant has ended meanwhile. */
    public void release(Booking booking, long minor) {
        if (minor > 0) {
            Posting posting = posting(booking, PostingReason.STAKE_REFUND, minor, minor, -minor)
                    .between(SystemAccount.BET_HOLD.name(), id());
            record(new CouponReleased(id(), posting, booking.referenceId, now));
            forfeitIfEnded(booking);
        }
    }

    /** What a bet has consumed is back: it remains, or goes on to PROMO where the grant has ended meanwhile. */
    public void restore(Booking booking, long minor) {
        if (minor > 0) {
            Posting posting = posting(booking, PostingReason.STAKE_REFUND, minor, minor, 0)
                    .between(SystemAccount.HOUSE.name(), id());
            record(new CouponRestored(id(), posting, booking.referenceId, now));
            forfeitIfEnded(booking);
        }
    }

    /** What had come back from a bet is taken again. */
    public void retake(Booking booking, long minor) {
        if (minor > 0) {
            Posting posting = posting(booking, PostingReason.CORRECTION, minor, -minor, 0)
                    .between(id(), SystemAccount.HOUSE.name());
            record(new CouponRetaken(id(), posting, booking.referenceId, now));
        }
    }

    /** What remains goes back to PROMO if the grant has ended; otherwise nothing happens. */
    public void forfeitIfEnded(Booking booking) {
        CouponEnd end = state.endAt(now);
        long minor = state.amounts().remaining();
        if (end != null && minor > 0) {
            PostingReason reason = switch (end) {
                case EXPIRED -> PostingReason.COUPON_EXPIRY;
                case REVOKED -> PostingReason.COUPON_REVOCATION;
            };
            Posting posting = posting(booking, reason, minor, -minor, 0).between(id(), SystemAccount.PROMO.name());
            record(new CouponForfeited(id(), posting, end, now));
        }
    }

    void record(CouponEvent event) {
        state = CouponState.evolve(state, event);
        events.add(event);
    }

    private String id() {
        return state.offered().grantId();
    }

    private UnaddressedPosting posting(
            Booking booking, PostingReason reason, long minor, long availableDelta, long heldDelta) {
        CouponAmounts amounts = state.amounts();
        return (from, to) -> new Posting(
                state.entry() + 1,
                booking.journalId,
                reason,
                from,
                to,
                minor,
                amounts.remaining(),
                Math.addExact(amounts.remaining(), availableDelta),
                Math.addExact(amounts.reserved(), heldDelta),
                booking.referenceId,
                booking.leg);
    }

    private interface UnaddressedPosting {
        Posting between(String fromAccount, String toAccount);
    }
}
