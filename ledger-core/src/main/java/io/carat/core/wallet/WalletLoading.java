package io.carat.core.wallet;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.WalletBucket;
import io.carat.core.player.Player;
import io.carat.core.player.PlayerState;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Loads what a decision needs of a player, in load order: the player, then the buckets by id. */
public final class WalletLoading {

    private WalletLoading() {}

    /** Whose wallet, in which currency. */
    public record Owner(String brandId, String playerId, String currency) {}

    /** The player, new if there are no events. */
    public static PlayerState player(LedgerUnit unit, Owner owner) {
        String id = PlayerState.streamId(owner.brandId, owner.playerId);
        return Objects.requireNonNullElse(unit.load(LoadOrder.PLAYER, Player.class, id), PlayerState.NEW);
    }

    /** The buckets of these types, each locked; those that were never opened are empty. */
    public static Wallet wallet(LedgerUnit unit, Owner owner, Topology topology, Collection<String> typeCodes) {
        Wallet wallet = new Wallet(topology);
        List<BucketType> types = typeCodes.stream()
                .distinct()
                .map(code -> topology.bucket(code).orElseThrow())
                .sorted(Comparator.comparing(type -> key(owner, topology, type).bucketId()))
                .toList();
        for (BucketType type : types) {
            BucketKey key = key(owner, topology, type);
            wallet.with(key, type, unit.load(LoadOrder.BUCKET, WalletBucket.class, key.bucketId()));
        }
        return wallet;
    }

    private static BucketKey key(Owner owner, Topology topology, BucketType type) {
        return new BucketKey(owner.brandId, owner.playerId, owner.currency, topology.code(), type.code());
    }
}
