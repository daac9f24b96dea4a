package io.carat.ops.bench.load;

import java.io.IOException;

/** Where one client brings its bets. Each call returns once its effect is durable, and throws when it was refused. */
public interface BetDesk extends AutoCloseable {

    /** Credits a player. */
    void deposit(String playerId, long amountMinor) throws Exception;

    /** Holds a bet's stake and returns the authorization's id. */
    String authorize(Bet bet) throws Exception;

    /** Pays a bet's result. */
    void settle(Bet bet, String authorizationId) throws Exception;

    @Override
    default void close() throws IOException {}
}
