package io.carat.api.wallet;

import io.carat.core.coupon.CouponLine;
import io.carat.core.topology.TopologyRef;
import io.carat.core.wallet.OpenBonus;
import io.carat.core.wallet.WalletSnapshot;
import io.carat.core.wallet.WalletSnapshot.BucketBalance;
import io.carat.core.wallet.WalletSnapshot.OpenReceivable;
import io.carat.core.wallet.WalletSnapshot.OpenRequirement;
import java.util.List;

/**
 * The snapshot as it is published. Amounts are minor units.
 *
 * @param coupons the player's coupon grants; of many, the oldest that are over are left out
 * @param rolling the requirements that are still open
 * @param bonuses those that run or wait
 * @param receivables what the wallet owes after corrections, oldest first
 * @param position an event position that the snapshot includes
 */
record WalletView(
        String brandId,
        String playerId,
        String currency,
        TopologyRef topology,
        List<BucketBalance> buckets,
        List<CouponLine> coupons,
        List<OpenRequirement> rolling,
        List<OpenBonus> bonuses,
        List<OpenReceivable> receivables,
        long position) {

    static WalletView of(WalletSnapshot wallet, long position) {
        return new WalletView(
                wallet.brandId(),
                wallet.playerId(),
                wallet.currency(),
                wallet.topology(),
                wallet.buckets(),
                wallet.coupons(),
                wallet.rolling(),
                wallet.bonuses(),
                wallet.receivables(),
                position);
    }
}
