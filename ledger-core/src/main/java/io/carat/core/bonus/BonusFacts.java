package io.carat.core.bonus;

import io.carat.core.deposit.DepositEvent.DepositCredited;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading.Owner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a grant is decided on.
 *
 * @param owner who is granted it, in which currency
 * @param policy the active policy of its bucket
 * @param wallet its bucket, the NORMAL buckets beside it and WITHDRAWABLE, as loaded
 * @param deposit the deposit that is named, if the player has it
 * @param expiresAt when the bonus would expire; null for never
 * @param now the time of the decision
 */
record BonusFacts(
        Owner owner,
        Policy policy,
        Wallet wallet,
        PlayerState player,
        @Nullable DepositCredited deposit,
        @Nullable Instant expiresAt,
        Instant now) {

    RequirementNumbers numbers() {
        return new RequirementNumbers(owner, player);
    }
}
