package io.carat.core.player;

import io.carat.core.decision.LedgerEvent;

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
}
