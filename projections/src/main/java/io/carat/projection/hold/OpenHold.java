package io.carat.projection.hold;

import java.time.Instant;
import java.util.List;

/**
 * A bet that results can still come for.
 *
 * @param stakeMinor what was staked, in minor units
 * @param open what is still held, per bucket
 */
public record OpenHold(
        String authorizationId,
        String brandId,
        String playerId,
        String providerId,
        String betId,
        String roundId,
        String product,
        String currency,
        String status,
        long stakeMinor,
        Instant openedAt,
        List<OpenStake> open) {

    public OpenHold {
        open = List.copyOf(open);
    }

    /** What a bucket holds for the bet, in minor units. */
    public record OpenStake(String bucket, long amountMinor) {}
}
