package io.carat.api.control;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.carat.core.control.PlayerControlsAnswer;
import io.carat.core.control.PlayerStanding;
import io.carat.core.topology.TopologyRef;
import io.carat.core.wallet.WalletSnapshot;
import java.util.List;

/**
 * A player as staff sees one.
 *
 * @param wallets one per currency
 * @param position an event position that all of it includes
 */
record PlayerView(
        @JsonTypeInfo(use = JsonTypeInfo.Id.NONE) PlayerControlsAnswer controls,
        List<PlayerWallet> wallets,
        long position) {

    /** What the player has in one currency; amounts are minor units. */
    record PlayerWallet(
            String currency,
            TopologyRef topology,
            List<WalletSnapshot.BucketBalance> buckets,
            List<WalletSnapshot.OpenRequirement> rolling,
            List<WalletSnapshot.OpenReceivable> receivables) {

        private static PlayerWallet of(WalletSnapshot wallet) {
            return new PlayerWallet(
                    wallet.currency(), wallet.topology(), wallet.buckets(), wallet.rolling(), wallet.receivables());
        }
    }

    static PlayerView of(PlayerStanding standing, long position) {
        return new PlayerView(
                standing.controls(),
                standing.wallets().stream().map(PlayerWallet::of).toList(),
                position);
    }
}
