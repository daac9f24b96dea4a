package io.carat.core.points;

import io.carat.core.bucket.PointsExpiry;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.points.PointsAnswer.ExpiredAnswer;
import io.carat.core.points.PointsAnswer.LotAnswer;
import io.carat.core.points.PointsCommand.CreditPoints;
import io.carat.core.points.PointsCommand.RestorePoints;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletMovement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Credits, expires and restores points (rule book §6). Each decision begins with the expiry of what is due. */
final class PointsDecisions {

    private final WalletMovement movement;
    private final PointsMovement points;
    private final Instant now;

    /** Decides on a wallet whose POINTS bucket is loaded. */
    PointsDecisions(Wallet wallet, Instant now) {
        this.movement = new WalletMovement(wallet);
        this.points = new PointsMovement(movement, wallet.topology().points(), now);
        this.now = now;
    }

    /** A new lot; a date is read in the brand's zone. */
    Decision credit(CreditPoints command, ZoneId zone) {
        Instant expiresAt =
                command.expiresAt() == null ? null : command.expiresAt().in(zone);
        Optional<Rejection> refusal = expired(expiresAt);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        points.credit(command.lotId(), command.points(), expiresAt, command.reason());
        return Decision.accepted(
                movement.events(),
                new LotAnswer(command.lotId(), "CREDITED", command.points(), expiresAt, null, points.balance()));
    }

    /** A new lot for what expired, cumulatively at most what expired. */
    Decision restore(RestorePoints command, ZoneId zone) {
        Optional<PointsExpiry> expiry = points.bucket().lots().expiry(command.expiryId());
        if (expiry.isEmpty()) {
            return Decision.rejected(
                    RejectionCode.EXPIRY_NOT_FOUND, "Nothing of the player's expired as " + command.expiryId() + ".");
        }
        Instant expiresAt = command.expiresAt().in(zone);
        Optional<Rejection> refusal = expired(expiresAt).or(() -> tooMany(command.points(), expiry.get()));
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        points.restore(command.lotId(), command.expiryId(), command.points(), expiresAt, command.audit());
        return Decision.accepted(
                movement.events(),
                new LotAnswer(
                        command.lotId(),
                        "RESTORED",
                        command.points(),
                        expiresAt,
                        command.expiryId(),
                        points.balance()));
    }

    /** What is due expires, and nothing else happens. */
    Decision expire() {
        return Decision.accepted(movement.events(), new ExpiredAnswer(points.expired(), points.balance()));
    }

    private Optional<Rejection> expired(@Nullable Instant expiresAt) {
        return expiresAt == null || now.isBefore(expiresAt)
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        RejectionCode.POINTS_EXPIRED, "The points would be expired since " + expiresAt + "."));
    }

    private static Optional<Rejection> tooMany(long points, PointsExpiry expiry) {
        return points <= expiry.restorable()
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        RejectionCode.ABOVE_MAX,
                        "Of the " + expiry.points() + " points that expired, " + expiry.restorable()
                                + " may still be restored, not " + points + "."));
    }
}
