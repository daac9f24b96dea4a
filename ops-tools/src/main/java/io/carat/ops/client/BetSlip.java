package io.carat.ops.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A bet as a provider places it.
 *
 * @param stake in minor units
 * @param odds decimal odds with at most 3 places, null where the bet has none
 */
public record BetSlip(
        String providerId,
        String gameId,
        String betId,
        String roundId,
        long stake,
        @Nullable BigDecimal odds) {}
