package io.carat.core.wallet;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.coupon.CouponGrant;
import io.carat.core.coupon.CouponLine;
import io.carat.core.player.PlayerState;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a wallet within a unit of work. */
public final class WalletReading {

    private WalletReading() {}

    /** All buckets of a wallet, whether it is opened or not; the player has been loaded. */
    public static WalletSnapshot snapshot(LedgerUnit unit, ReadWallet query, Topology topology, PlayerState player) {
        return snapshots(unit, List.of(query), topology, player).getFirst();
    }

    /** All buckets of several wallets of one player, which share the POINTS bucket; the player has been loaded. */
    public static List<WalletSnapshot> snapshots(
            LedgerUnit unit, List<ReadWallet> queries, Topology topology, PlayerState player) {
        List<Owner> owners = queries.stream()
                .map(query -> new Owner(query.brandId(), query.playerId(), query.currency()))
                .toList();
        List<String> types = topology.buckets().stream().map(BucketType::code).toList();
        List<Wallet> wallets = WalletLoading.wallets(unit, owners, topology, types);
        return IntStream.range(0, queries.size())
                .mapToObj(i -> WalletSnapshot.of(
                        queries.get(i),
                        wallets.get(i),
                        coupons(unit, player, queries.get(i).currency())))
                .toList();
    }

    private static List<CouponLine> coupons(LedgerUnit unit, PlayerState player, String currency) {
        return player.coupons().in(currency).stream()
                .flatMap(id -> unit.reference(CouponGrant.class, id).stream())
                .map(CouponLine::of)
                .toList();
    }
}
