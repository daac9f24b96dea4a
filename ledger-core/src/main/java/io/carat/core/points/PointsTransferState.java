package io.carat.core.points;

import io.carat.core.points.PointsTransferEvent.PointsTransferred;
import org.jspecify.annotations.Nullable;

/** A transfer of points as its event left it. */
public record PointsTransferState(PointsTransferred transferred) {

    /** The state after an event. */
    public static PointsTransferState evolve(@Nullable PointsTransferState state, PointsTransferEvent event) {
        return switch (event) {
            case PointsTransferred transferred when state == null -> new PointsTransferState(transferred);
            case PointsTransferred again -> throw new IllegalStateException("Transferred twice: " + again.transferId());
        };
    }
}
