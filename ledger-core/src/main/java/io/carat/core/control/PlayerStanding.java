package io.carat.core.control;

import io.carat.core.decision.Answer;
import io.carat.core.wallet.WalletSnapshot;
import java.util.List;

/**
 * A player as staff sees one.
 *
 * @param wallets one per currency, in the order of their codes
 */
public record PlayerStanding(PlayerControlsAnswer controls, List<WalletSnapshot> wallets) implements Answer {

    public PlayerStanding {
        wallets = List.copyOf(wallets);
    }
}
