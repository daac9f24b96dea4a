package io.carat.core.wallet;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.WalletBucket;
import io.carat.core.money.Money;
import io.carat.core.player.Player;
import io.carat.core.player.PlayerState;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

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
        return wallets(unit, List.of(owner), topology, typeCodes).getFirst();
    }

    /**
     * The buckets of these types in several wallets of one player, all of them in one load order: the POINTS bucket is the
     * same in every wallet.
     */
    public static List<Wallet> wallets(
            LedgerUnit unit, List<Owner> owners, Topology topology, Collection<String> typeCodes) {
        Map<String, Optional<BucketState>> states = new TreeMap<>();
        for (Owner owner : owners) {
            typeCodes.forEach(code -> states.put(key(owner, topology, code).bucketId(), Optional.empty()));
        }
        states.replaceAll((id, none) -> Optional.ofNullable(unit.load(LoadOrder.BUCKET, WalletBucket.class, id)));
        List<Wallet> wallets = new ArrayList<>();
        for (Owner owner : owners) {
            Wallet wallet = new Wallet(topology);
            for (String code : typeCodes) {
                BucketKey key = key(owner, topology, code);
                wallet.with(
                        key,
                        type(topology, code),
                        states.getOrDefault(key.bucketId(), Optional.empty()).orElse(null));
            }
            wallets.add(wallet);
        }
        return wallets;
    }

    private static BucketKey key(Owner owner, Topology topology, String typeCode) {
        // points are one asset of their own: whatever currency a wallet is in, its POINTS bucket is the same
        boolean points = type(topology, typeCode).role() == BucketRole.POINTS;
        String asset = points ? Money.POINTS : owner.currency;
        return new BucketKey(owner.brandId, owner.playerId, asset, topology.code(), typeCode);
    }

    private static BucketType type(Topology topology, String typeCode) {
        return topology.bucket(typeCode).orElseThrow();
    }
}
