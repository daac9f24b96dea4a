package io.carat.core.transfer;

import io.carat.core.transfer.TransferEvent.TransferMade;
import org.jspecify.annotations.Nullable;

/** A transfer as its event left it. */
public record TransferState(TransferMade made) {

    /** The state after an event. */
    public static TransferState evolve(@Nullable TransferState state, TransferEvent event) {
        return switch (event) {
            case TransferMade made when state == null -> new TransferState(made);
            case TransferMade again -> throw new IllegalStateException("Made twice: " + again.transferId());
        };
    }
}
