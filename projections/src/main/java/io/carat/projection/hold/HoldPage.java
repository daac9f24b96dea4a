package io.carat.projection.hold;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some open bets, oldest first.
 *
 * @param nextCursor where the next page begins; null when there is none
 */
public record HoldPage(List<OpenHold> holds, @Nullable String nextCursor) {

    public HoldPage {
        holds = List.copyOf(holds);
    }
}
