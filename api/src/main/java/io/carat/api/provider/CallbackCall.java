package io.carat.api.provider;

import io.carat.core.bet.ProviderCallback.PayWin;
import io.carat.core.bet.ProviderCallback.TakeBack;
import io.carat.core.bet.ProviderCallback.TakeBet;
import io.carat.core.money.Money;
import io.carat.core.provider.CallbackOperation;
import io.carat.core.wallet.ReadPlayable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A callback as it was understood, whatever contract it came in. Which members are there depends on the operation: the
 * contract that read it has seen to that.
 *
 * @param amountMinor the stake or the payout, in minor units
 * @param tokenDigest the digest of the game session's token
 * @param campaign what a win without a bet names: a campaign or a reward
 */
record CallbackCall(
        CallbackOperation operation,
        String providerId,
        String brandId,
        String playerId,
        @Nullable String currency,
        @Nullable String gameId,
        @Nullable String betId,
        @Nullable String roundId,
        @Nullable String transactionId,
        @Nullable Long amountMinor,
        @Nullable Boolean closesRound,
        @Nullable String tokenDigest,
        @Nullable String campaign) {

    /** The command that it is; for a balance the query. */
    Object command() {
        return switch (operation) {
            case BET -> bet();
            case WIN -> win();
            case ROLLBACK -> rollback();
            case BALANCE -> balance();
        };
    }

    /** What the player may bet with in the game that was named. */
    ReadPlayable balance() {
        return new ReadPlayable(brandId, playerId, providerId, currency, gameId, tokenDigest);
    }

    /** What the player may bet with in any game. */
    ReadPlayable balanceOfAnyGame() {
        return new ReadPlayable(brandId, playerId, providerId, currency, null, tokenDigest);
    }

    private TakeBet bet() {
        return new TakeBet(
                brandId,
                playerId,
                providerId,
                needed(gameId),
                needed(betId),
                needed(roundId),
                amount(),
                needed(transactionId),
                tokenDigest);
    }

    private PayWin win() {
        return new PayWin(
                brandId,
                playerId,
                providerId,
                gameId,
                needed(betId),
                roundId,
                amount(),
                needed(transactionId),
                closesRound);
    }

    private TakeBack rollback() {
        return new TakeBack(
                brandId,
                playerId,
                providerId,
                gameId,
                needed(betId),
                roundId,
                currency,
                amountMinor,
                needed(transactionId));
    }

    private Money amount() {
        return new Money(needed(amountMinor), needed(currency));
    }

    private <T> T needed(@Nullable T member) {
        return Objects.requireNonNull(member, () -> "the contract let a " + operation + " through without a member");
    }
}
