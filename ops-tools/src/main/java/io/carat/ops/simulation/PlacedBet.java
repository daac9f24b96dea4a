package io.carat.ops.simulation;

import io.carat.ops.client.LegAmount;
import java.util.List;

/**
 * A bet that is open, and what will become of it.
 *
 * @param side the side of the wallet that it was funded from
 * @param payout what it pays if it wins, in minor units
 */
record PlacedBet(String authorizationId, String side, long stake, List<LegAmount> funding, Ending ending, long payout) {
    PlacedBet {
        funding = List.copyOf(funding);
    }
}
