package io.carat.core.coupon;

import io.carat.core.coupon.BudgetEvent.BudgetReleased;
import io.carat.core.coupon.BudgetEvent.BudgetReserved;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's budget as its events left it.
 *
 * @param grantedMinor what grants have taken and not given back, in minor units
 */
public record BudgetState(long grantedMinor) {

    /** A budget that nothing was taken from. */
    static final BudgetState UNTOUCHED = new BudgetState(0);

    private static final String KIND = "budget";

    public BudgetState {
        if (grantedMinor < 0) {
            throw new IllegalStateException("A budget of which " + grantedMinor + " was granted");
        }
    }

    /** The stream of a campaign's budget. */
    public static String streamId(String brandId, String campaignId) {
        return DerivedId.of(brandId, KIND, campaignId);
    }

    /** A grant takes an amount, in minor units. */
    LedgerEvent reserve(String brandId, String campaignId, String grantId, long minor) {
        return new BudgetReserved(
                streamId(brandId, campaignId), campaignId, grantId, minor, Math.addExact(grantedMinor, minor));
    }

    /** A grant gives an amount back, in minor units. */
    LedgerEvent release(String brandId, String campaignId, String grantId, long minor) {
        return new BudgetReleased(streamId(brandId, campaignId), campaignId, grantId, minor, grantedMinor - minor);
    }

    /**
     * The state after an event; null is a budget that nothing was taken from.
     *
     * @throws IllegalStateException when the event cannot follow the state: the history is broken
     */
    public static BudgetState evolve(@Nullable BudgetState state, BudgetEvent event) {
        long before = state == null ? 0 : state.grantedMinor;
        return switch (event) {
            case BudgetReserved reserved ->
                following(event, Math.addExact(before, reserved.amountMinor()), reserved.grantedAfterMinor());
            case BudgetReleased released ->
                following(event, before - released.amountMinor(), released.grantedAfterMinor());
        };
    }

    private static BudgetState following(BudgetEvent event, long after, long saidAfter) {
        if (after != saidAfter) {
            throw new IllegalStateException(event + " would leave " + after + " granted");
        }
        return new BudgetState(after);
    }
}
