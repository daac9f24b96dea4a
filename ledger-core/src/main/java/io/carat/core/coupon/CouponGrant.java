package io.carat.core.coupon;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a grant, derived from campaign, player and trigger. */
@AggregateRoot(type = "coupon-grant")
public final class CouponGrant extends LedgerAggregate<CouponState> {

    @Override
    protected CouponState evolve(@Nullable CouponState before, LedgerEvent event) {
        return CouponState.evolve(before, (CouponEvent) event);
    }
}
