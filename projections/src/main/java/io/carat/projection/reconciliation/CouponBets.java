package io.carat.projection.reconciliation;

import io.carat.core.bet.BetEvent;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetState;
import io.carat.core.bet.Leg;
import io.carat.core.policy.FundingSource;
import java.util.HashMap;
import java.util.Map;

/** The bets that coupons fund, as their events left them. */
final class CouponBets {

    private final Map<String, BetState> bets = new HashMap<>();

    void replay(BetEvent event) {
        boolean funded =
                event instanceof BetAuthorized bet && bet.legs().stream().anyMatch(CouponBets::isCoupon);
        if (funded || bets.containsKey(event.authorizationId())) {
            bets.put(event.authorizationId(), BetState.evolve(bets.get(event.authorizationId()), event));
        }
    }

    /** What the legs of bets that are open hold of each grant, in minor units. */
    Map<String, Long> openMinor() {
        Map<String, Long> open = new HashMap<>();
        for (BetState state : bets.values()) {
            if (state instanceof BetState.Bet bet && bet.isOpen()) {
                bet.terms().legs().stream()
                        .filter(CouponBets::isCoupon)
                        .forEach(leg ->
                                open.merge(leg.bucketId(), bet.remainingMinor().get(leg.number() - 1), Math::addExact));
            }
        }
        return open;
    }

    private static boolean isCoupon(Leg leg) {
        return leg.source() == FundingSource.COUPON;
    }
}
