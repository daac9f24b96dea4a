package io.carat.core.model;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import io.carat.core.model.reference.Points;
import io.carat.core.model.reference.Points.Convert;
import io.carat.core.model.reference.Points.Earn;
import io.carat.core.model.reference.Points.Restore;
import io.carat.core.points.PointsCommand.CreditPoints;
import io.carat.core.points.PointsCommand.RestorePoints;
import io.carat.core.points.PointsCommand.TransferPoints;
import java.time.Instant;
import java.util.Objects;

/** Requests about points as the ledger's commands. */
final class PointsRequests {

    private PointsRequests() {}

    static Object command(Points step, RequestKey key, Instant start) {
        return switch (step) {
            case Earn it ->
                new CreditPoints(
                        key, it.brand(), it.player(), it.points(), Requests.expiry(it.expiresAt(), start), "played");
            case Convert it -> new TransferPoints(key, it.brand(), it.player(), it.currency(), it.to(), it.points());
            case Restore it ->
                new RestorePoints(
                        key,
                        it.brand(),
                        it.player(),
                        expiryId(it),
                        it.points(),
                        Objects.requireNonNull(Requests.expiry(it.expiresAt(), start)),
                        Requests.NOTE);
        };
    }

    private static String expiryId(Restore it) {
        return DerivedId.of(it.brand(), "expiry", DerivedId.of(it.brand(), "lot", it.lotKey()));
    }
}
