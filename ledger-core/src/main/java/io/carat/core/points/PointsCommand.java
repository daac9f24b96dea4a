package io.carat.core.points;

import io.carat.core.coupon.Expiry;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import org.jspecify.annotations.Nullable;

/** What is asked of a player's points (rule book §6, §8). */
public sealed interface PointsCommand {

    /** The player's brand. */
    String brandId();

    /** Whose points. */
    String playerId();

    /**
     * Give points as a lot of their own.
     *
     * @param expiresAt null for never
     * @param reason what for; kept with the lot
     */
    record CreditPoints(
            RequestKey request,
            String brandId,
            String playerId,
            long points,
            @Nullable Expiry expiresAt,
            String reason) implements PointsCommand {

        /** The lot's id: the same request always means the same lot. */
        public String lotId() {
            return PointsCommand.lotId(brandId, request);
        }
    }

    /**
     * Exchange points for money in a NORMAL bucket, at the rate of its policy and with its rolling.
     *
     * @param to the code of the NORMAL bucket
     * @param points offered: whole units of the rate are taken, the rest stays
     */
    record TransferPoints(RequestKey request, String brandId, String playerId, String currency, String to, long points)
            implements PointsCommand {

        /** The transfer's id: the same request always means the same transfer. */
        public String transferId() {
            return DerivedId.of(brandId, "pointstransfer", request.key());
        }
    }

    /** Expire every lot that is due now; asking again expires nothing twice. */
    record ExpirePoints(String brandId, String playerId) implements PointsCommand {}

    /**
     * Give expired points back as a lot of their own.
     *
     * @param expiryId what expired them
     * @param points at most what expired and was not given back before
     */
    record RestorePoints(
            RequestKey request,
            String brandId,
            String playerId,
            String expiryId,
            long points,
            Expiry expiresAt,
            AuditNote audit)
            implements PointsCommand {

        /** The lot's id: the same request always means the same lot. */
        public String lotId() {
            return PointsCommand.lotId(brandId, request);
        }
    }

    /** Read balance, lots and expiries. */
    record ReadPoints(String brandId, String playerId) implements PointsCommand {}

    private static String lotId(String brandId, RequestKey request) {
        return DerivedId.of(brandId, "lot", request.key());
    }
}
