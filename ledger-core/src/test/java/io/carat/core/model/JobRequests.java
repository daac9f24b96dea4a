package io.carat.core.model;

import io.carat.core.bonus.ExpireBonus;
import io.carat.core.coupon.CouponCommand.ConfirmCoupon;
import io.carat.core.coupon.CouponCommand.ExpireCoupon;
import io.carat.core.decision.DerivedId;
import io.carat.core.model.reference.Job;
import io.carat.core.points.PointsCommand.ExpirePoints;

/** What jobs and sagas say, as the ledger's commands. */
final class JobRequests {

    private JobRequests() {}

    static Object command(Job job) {
        return switch (job) {
            case Job.EndBonus it -> new ExpireBonus(DerivedId.of(it.brand(), "bonus", it.grantKey()));
            case Job.ExpirePoints it -> new ExpirePoints(it.brand(), it.player());
            case Job.ConfirmCoupon it -> new ConfirmCoupon(OfferRequests.grantId(it.grant()));
            case Job.ExpireCoupon it -> new ExpireCoupon(OfferRequests.grantId(it.grant()));
        };
    }
}
