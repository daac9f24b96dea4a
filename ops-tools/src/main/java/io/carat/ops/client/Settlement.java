package io.carat.ops.client;

import org.jspecify.annotations.Nullable;

/**
 * What a provider says about a bet's end.
 *
 * @param payout in minor units
 * @param outcome WIN, LOSE, JACKPOT, PUSH or HALF_VOID; null leaves it to the server
 * @param closesRound whether no more wins follow; null leaves it to the server
 */
public record Settlement(
        String transactionId,
        long payout,
        @Nullable String outcome,
        @Nullable Boolean closesRound) {}
