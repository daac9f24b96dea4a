package io.carat.core.model;

import io.carat.core.coupon.CouponCommand.GrantCoupon;
import io.carat.core.coupon.CouponCommand.RevokeCoupon;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.coupon.DefineCampaign;
import io.carat.core.coupon.Expiry;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.carat.core.model.reference.GrantRef;
import io.carat.core.model.reference.Offer;
import io.carat.core.model.reference.Offer.Define;
import io.carat.core.model.reference.Offer.Give;
import io.carat.core.model.reference.Offer.Revoke;
import io.carat.core.model.reference.Offer.Win;
import io.carat.core.money.Money;
import io.carat.core.win.RecordWin;
import java.time.Duration;
import java.time.Instant;

/** Requests about campaigns as the ledger's commands. */
final class OfferRequests {

    private OfferRequests() {}

    static Object command(Offer step, RequestKey key, Scope scope, Instant start) {
        return switch (step) {
            case Define it -> define(it, key, start);
            case Give it -> give(it.grant(), key);
            case Revoke it -> new RevokeCoupon(key, scope, grantId(it.grant()), Requests.NOTE);
            case Win it ->
                new RecordWin(
                        key,
                        it.brand(),
                        it.player(),
                        it.provider(),
                        it.campaign(),
                        null,
                        it.game(),
                        it.txn(),
                        new Money(it.payout(), it.currency()));
        };
    }

    private static DefineCampaign define(Define it, RequestKey key, Instant start) {
        return new DefineCampaign(
                key,
                it.brand(),
                it.code(),
                it.currency(),
                it.budget(),
                it.face(),
                it.products(),
                it.providers(),
                it.stakeReturned(),
                CouponTarget.valueOf(it.target()),
                it.multiplier(),
                new Expiry(start.plus(Duration.ofHours(it.expiresAt())), null),
                it.partial(),
                it.minStake(),
                it.maxStake(),
                it.minOdds());
    }

    private static GrantCoupon give(GrantRef it, RequestKey key) {
        return new GrantCoupon(key, it.brand(), it.player(), it.campaign(), it.trigger());
    }

    /** The ledger's id of a grant. */
    static String grantId(GrantRef it) {
        return give(it, new RequestKey("any", "")).grantId();
    }
}
