package io.carat.core.wallet;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.coupon.CouponGrant;
import io.carat.core.coupon.CouponLine;
import io.carat.core.player.PlayerState;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;

/** Reads a wallet within a unit of work. */
public final class WalletReading {

    private WalletReading() {}

    /** All buckets of a wallet, whether it is opened or not; the player has been loaded. */
    public static WalletSnapshot snapshot(LedgerUnit unit, ReadWallet query, Topology topology, PlayerState player) {
        Owner owner = new Owner(query.brandId(), query.playerId(), query.currency());
        List<String> types = topology.buckets().stream().map(BucketType::code).toList();
        List<CouponLine> coupons = player.coupons().in(query.currency()).stream()
                .flatMap(id -> unit.reference(CouponGrant.class, id).stream())
                .map(CouponLine::of)
                .toList();
        return WalletSnapshot.of(query, WalletLoading.wallet(unit, owner, topology, types), coupons);
    }
}
