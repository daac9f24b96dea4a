package io.carat.api.hold;

import io.carat.projection.hold.HoldPage;
import io.carat.projection.hold.HoldPolicy;
import io.carat.projection.hold.OpenHold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of open bets, oldest first. Amounts are minor units.
 *
 * @param nextCursor where the next page begins; null when there is none
 */
record HoldView(List<Hold> holds, @Nullable String nextCursor) {

    /**
     * A bet that results can still come for.
     *
     * @param ageSeconds since it was accepted
     * @param overdue whether it is older than the setting for its product allows
     * @param open what is still held, per bucket
     */
    record Hold(
            String authorizationId,
            String brandId,
            String playerId,
            String providerId,
            String betId,
            String roundId,
            String product,
            String currency,
            String status,
            long stake,
            Instant openedAt,
            long ageSeconds,
            boolean overdue,
            List<HeldStake> open) {

        private static Hold of(OpenHold hold, HoldPolicy policy, Instant now) {
            Duration age = Duration.between(hold.openedAt(), now);
            return new Hold(
                    hold.authorizationId(),
                    hold.brandId(),
                    hold.playerId(),
                    hold.providerId(),
                    hold.betId(),
                    hold.roundId(),
                    hold.product(),
                    hold.currency(),
                    hold.status(),
                    hold.stakeMinor(),
                    hold.openedAt(),
                    Math.max(0, age.toSeconds()),
                    age.compareTo(policy.of(hold.product())) >= 0,
                    hold.open().stream()
                            .map(open -> new HeldStake(open.bucket(), open.amountMinor()))
                            .toList());
        }
    }

    /** What a bucket holds for the bet. */
    record HeldStake(String bucket, long amount) {}

    static HoldView of(HoldPage page, HoldPolicy policy, Instant now) {
        return new HoldView(
                page.holds().stream().map(hold -> Hold.of(hold, policy, now)).toList(), page.nextCursor());
    }
}
