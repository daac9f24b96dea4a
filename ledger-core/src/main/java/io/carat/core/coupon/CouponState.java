package io.carat.core.coupon;

import io.carat.core.bucket.Posting;
import io.carat.core.coupon.CouponEvent.CouponConfirmed;
import io.carat.core.coupon.CouponEvent.CouponConsumed;
import io.carat.core.coupon.CouponEvent.CouponForfeited;
import io.carat.core.coupon.CouponEvent.CouponOffered;
import io.carat.core.coupon.CouponEvent.CouponReleased;
import io.carat.core.coupon.CouponEvent.CouponReserved;
import io.carat.core.coupon.CouponEvent.CouponRestored;
import io.carat.core.coupon.CouponEvent.CouponRetaken;
import io.carat.core.coupon.CouponEvent.CouponRevoked;
import io.carat.core.coupon.CouponEvent.OfBet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A grant as its events left it: face = remaining + reserved + consumed + expired + revoked, always (rule book §5). Amounts are
 * minor units.
 *
 * @param offered what was granted
 * @param confirmed whether the saga has confirmed it
 * @param revoked whether staff took it back
 * @param amounts where its face is
 * @param entry the number of its last ledger row
 * @param usedBy what each bet has consumed of it, by the bet's id
 * @param history how its status changed, the last {@link #MAX_HISTORY} times
 */
public record CouponState(
        CouponOffered offered,
        boolean confirmed,
        boolean revoked,
        CouponAmounts amounts,
        long entry,
        Map<String, Long> usedBy,
        List<CouponStep> history) {

    /** How many changes of its status a grant remembers; its ledger rows tell all of them. */
    public static final int MAX_HISTORY = 50;

    public CouponState {
        usedBy = Map.copyOf(usedBy);
        history = List.copyOf(history);
        if (amounts.sum() != offered.terms().faceMinor()) {
            throw new IllegalStateException(
                    offered.grantId() + " of " + offered.terms().faceMinor() + " would hold " + amounts);
        }
    }

    /** What the grant promises: the campaign's terms as they were. */
    public CampaignTerms terms() {
        return offered.terms();
    }

    /** Where it stands. While a bet holds a part of it, that bet decides what becomes of it. */
    public CouponStatus status() {
        if (amounts.reserved() > 0) {
            return CouponStatus.RESERVED;
        }
        if (amounts.expired() > 0) {
            return CouponStatus.EXPIRED;
        }
        if (amounts.revoked() > 0) {
            return CouponStatus.REVOKED;
        }
        if (amounts.remaining() == 0) {
            return CouponStatus.CONSUMED;
        }
        if (amounts.consumed() > 0) {
            return CouponStatus.PARTIALLY_USED;
        }
        return confirmed ? CouponStatus.ACTIVE : CouponStatus.OFFERED;
    }

    /** Whether nothing of it is left and no bet holds a part of it. */
    public boolean isOver() {
        return amounts.remaining() == 0 && amounts.reserved() == 0;
    }

    /** Whether its time is over at a time. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(terms().expiresAt()) || amounts.expired() > 0;
    }

    /** Why nothing may remain of it at a time; null while it may be used. */
    public @Nullable CouponEnd endAt(Instant now) {
        if (revoked) {
            return CouponEnd.REVOKED;
        }
        return isExpired(now) ? CouponEnd.EXPIRED : null;
    }

    /** What a bet has consumed of it, in minor units. */
    public long usedByMinor(String authorizationId) {
        return usedBy.getOrDefault(authorizationId, 0L);
    }

    /**
     * The state after an event.
     *
     * @param state null before the first event
     * @throws IllegalStateException when the event cannot follow the state: the history is broken
     */
    public static CouponState evolve(@Nullable CouponState state, CouponEvent event) {
        if (state != null) {
            return state.after(event);
        }
        if (event instanceof CouponOffered offered) {
            CouponAmounts granted = CouponAmounts.granted(offered.terms().faceMinor());
            return new CouponState(offered, false, false, granted, 0, Map.of(), List.of())
                    .posted(offered.posting(), granted, 0)
                    .remembering(null, offered.at());
        }
        throw new IllegalStateException(event + " of a grant that never was");
    }

    private CouponState after(CouponEvent event) {
        return changed(event).remembering(status(), event.at());
    }

    private CouponState changed(CouponEvent event) {
        return switch (event) {
            case CouponOffered again -> throw new IllegalStateException("Granted twice: " + again.grantId());
            case CouponConfirmed ignored -> new CouponState(offered, true, revoked, amounts, entry, usedBy, history);
            case CouponRevoked ignored -> new CouponState(offered, confirmed, true, amounts, entry, usedBy, history);
            case CouponReserved reserved -> moved(reserved.posting(), amounts.reserve(minor(reserved)));
            case CouponConsumed consumed ->
                moved(consumed.posting(), amounts.consume(minor(consumed))).using(consumed, minor(consumed));
            case CouponReleased released -> moved(released.posting(), amounts.reserve(-minor(released)));
            case CouponRestored restored ->
                moved(restored.posting(), amounts.restore(minor(restored))).using(restored, -minor(restored));
            case CouponRetaken retaken ->
                moved(retaken.posting(), amounts.restore(-minor(retaken))).using(retaken, minor(retaken));
            case CouponForfeited forfeited ->
                moved(forfeited.posting(), amounts.forfeit(forfeited.end(), minor(forfeited)));
        };
    }

    private static long minor(CouponEvent.Posted event) {
        return event.posting().amountMinor();
    }

    private CouponState moved(Posting posting, CouponAmounts after) {
        return posted(posting, after, amounts.remaining());
    }

    /** Applies a posting and holds it against what it says of the balances: the chain of entries cannot part unseen. */
    private CouponState posted(Posting posting, CouponAmounts after, long beforeMinor) {
        boolean follows = posting.entry() == entry + 1
                && posting.amountMinor() > 0
                && posting.availableBeforeMinor() == beforeMinor
                && posting.availableAfterMinor() == after.remaining()
                && posting.heldAfterMinor() == after.reserved();
        if (!follows) {
            throw new IllegalStateException(posting + " does not follow " + this);
        }
        return new CouponState(offered, confirmed, revoked, after, posting.entry(), usedBy, history);
    }

    private CouponState using(OfBet event, long addedMinor) {
        long used = Math.addExact(usedByMinor(event.authorizationId()), addedMinor);
        if (used < 0) {
            throw new IllegalStateException(event + " gives back what the bet never used of " + this);
        }
        Map<String, Long> changed = new HashMap<>(usedBy);
        if (used == 0) {
            changed.remove(event.authorizationId());
        } else {
            changed.put(event.authorizationId(), used);
        }
        return new CouponState(offered, confirmed, revoked, amounts, entry, changed, history);
    }

    private CouponState remembering(@Nullable CouponStatus before, Instant at) {
        if (status() == before) {
            return this;
        }
        List<CouponStep> steps = new ArrayList<>(history);
        steps.add(new CouponStep(status(), at));
        List<CouponStep> last = steps.subList(Math.max(0, steps.size() - MAX_HISTORY), steps.size());
        return new CouponState(offered, confirmed, revoked, amounts, entry, usedBy, last);
    }
}
