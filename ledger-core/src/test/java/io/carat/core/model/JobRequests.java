package io.carat.core.model;

import io.carat.core.bonus.ExpireBonus;
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
            case Job.ConfirmCoupon it -> throw new UnsupportedOperationException(it.toString());
            case Job.ExpireCoupon it -> throw new UnsupportedOperationException(it.toString());
        };
    }
}
