package io.carat.ops.bench.contestant;

import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.bet.BetResult;
import io.carat.core.configuration.FirstStart;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.carat.core.deposit.CreditDeposit;
import io.carat.core.money.Money;
import io.carat.ops.bench.load.Bet;
import io.carat.ops.bench.load.BetDesk;

/** Brings bets to a ledger in this process, each command under a request key of its own as an HTTP caller sends it. */
record CommandDesk(Ledger ledger) implements BetDesk {

    @Override
    public void deposit(String playerId, long amountMinor) {
        require(ledger.send(new CreditDeposit(
                key("deposit/" + playerId),
                FirstStart.BRAND,
                playerId,
                Bet.BUCKET,
                new Money(amountMinor, Bet.CURRENCY),
                "payment-" + playerId)));
    }

    @Override
    public String authorize(Bet bet) {
        AuthorizeBet command = new AuthorizeBet(
                key("authorize/" + bet.betId()),
                FirstStart.BRAND,
                bet.playerId(),
                bet.providerId(),
                Bet.GAME,
                bet.betId(),
                "round-" + bet.betId(),
                new Money(bet.stakeMinor(), Bet.CURRENCY),
                Bet.ODDS_MILLI);
        require(ledger.send(command));
        return command.authorizationId();
    }

    @Override
    public void settle(Bet bet, String authorizationId) {
        require(ledger.send(new SettleBet(
                key("settle/" + bet.betId()),
                Scope.EVERYTHING,
                authorizationId,
                "transaction-" + bet.betId(),
                bet.payoutMinor(),
                bet.payoutMinor() == 0 ? BetResult.LOSE : BetResult.WIN,
                true)));
    }

    private static RequestKey key(String key) {
        return new RequestKey(key, DerivedId.fingerprint("POST", key));
    }

    private static void require(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done done) || done.replayedFrom() != null) {
            throw new IllegalStateException("Not accepted: " + outcome);
        }
    }
}
