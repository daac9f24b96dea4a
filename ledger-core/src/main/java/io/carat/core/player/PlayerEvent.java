package io.carat.core.player;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.LedgerEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a player across all buckets. */
public sealed interface PlayerEvent extends LedgerEvent {

    /** The player's stream. */
    String playerStreamId();

    @Override
    default String streamId() {
        return playerStreamId();
    }

    /** The first credit in a currency opened the player's wallet in it (rule book §1). */
    record WalletOpened(String playerStreamId, String brandId, String playerId, String currency)
            implements PlayerEvent {}

    /** A requirement, carried by a credit to a bucket, took the next number of the player's counter (rule book §4). */
    record RequirementNumbered(String playerStreamId, String requirementId, String bucketId, long sequence)
            implements PlayerEvent {}

    /**
     * A deposit counts towards its day.
     *
     * @param day in the brand's zone
     * @param amountMinor in minor units
     */
    record DepositCounted(String playerStreamId, String currency, LocalDate day, long amountMinor)
            implements PlayerEvent {}

    /**
     * The player was granted a coupon.
     *
     * @param unlisted earlier grants that are over and no longer shown with the wallet
     */
    record CouponListed(String playerStreamId, String grantId, String currency, List<String> unlisted)
            implements PlayerEvent {
        public CouponListed {
            unlisted = List.copyOf(unlisted);
        }
    }

    /** Staff froze the player: no bet, deposit, transfer or withdrawal. */
    record PlayerFrozen(String playerStreamId, String brandId, String playerId, AuditNote audit)
            implements PlayerEvent, AuditedEvent {}

    /** Staff freed the player. */
    record PlayerUnfrozen(String playerStreamId, String brandId, String playerId, AuditNote audit)
            implements PlayerEvent, AuditedEvent {}

    /**
     * The player is excluded by their own wish: no bet and no deposit.
     *
     * @param until when that ends by itself; null for ever
     */
    record PlayerExcluded(
            String playerStreamId,
            String brandId,
            String playerId,
            @Nullable Instant until,
            AuditNote audit) implements PlayerEvent, AuditedEvent {}

    /** One owner's limits in one currency, in the place of those before. */
    record PlayerLimitsSet(String playerStreamId, String brandId, String playerId, LimitSet limits, AuditNote audit)
            implements PlayerEvent, AuditedEvent {}
}
