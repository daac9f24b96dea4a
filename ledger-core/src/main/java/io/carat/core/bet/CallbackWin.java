package io.carat.core.bet;

import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.ProviderCallback.PayWin;
import io.carat.core.claim.ClaimName;
import io.carat.core.decision.Decision;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.decision.Scope;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A result as a provider's callback brings it. */
final class CallbackWin {

    private final CallbackFacts facts;
    private final PayWin callback;
    private final boolean closes;

    CallbackWin(CallbackFacts facts, PayWin callback) {
        this.facts = facts;
        this.callback = callback;
        this.closes = Objects.requireNonNullElse(
                callback.closesRound(), facts.profile().bets().closesRound());
    }

    Decision decide() {
        BetState state = facts.unit().load(LoadOrder.SUBJECT, BetAuthorization.class, callback.authorizationId());
        // Whether the round is closed is no part of the payload that is compared (rule book §0).
        return facts.once(fingerprint(closes), Set.of(fingerprint(!closes)), () -> settle(state));
    }

    private Decision settle(@Nullable BetState state) {
        SettleBet settle = settlement(closes);
        // It came before its bet and named a campaign: whatever came since, it is not paid a second time.
        if (facts.isWinWithoutBet()) {
            return BetCommandHandler.notFound(settle);
        }
        return switch (state) {
            case null ->
                callback.payout().amountMinor() == 0 && facts.isFreeRound()
                        ? facts.withoutStake()
                        : BetCommandHandler.notFound(settle);
            case BetState.Tombstone ignored -> facts.transact(settle, state);
            case BetState.Bet bet ->
                mismatch(bet.terms()).map(Decision::rejected).orElseGet(() -> facts.transact(settle, bet));
        };
    }

    private SettleBet settlement(boolean closing) {
        long payoutMinor = callback.payout().amountMinor();
        return new SettleBet(
                callback.request(),
                Scope.EVERYTHING,
                callback.authorizationId(),
                callback.transactionId(),
                payoutMinor,
                payoutMinor == 0 ? BetResult.LOSE : BetResult.WIN,
                closing);
    }

    /** The same as of a settlement that comes otherwise, with what only the callback names. */
    private String fingerprint(boolean closing) {
        return ClaimName.withWirePart(
                DerivedId.fingerprint(
                        settlement(closing).fingerprint(),
                        callback.playerId(),
                        callback.payout().currency()),
                DerivedId.fingerprint(callback.gameId(), callback.roundId()));
    }

    private Optional<Rejection> mismatch(BetAuthorized terms) {
        if (!terms.playerId().equals(callback.playerId())) {
            return Optional.of(
                    Rejection.of(RejectionCode.BET_NOT_FOUND, "The player has no bet " + terms.betId() + "."));
        }
        return terms.stake().currency().equals(callback.payout().currency())
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        RejectionCode.CURRENCY_MISMATCH,
                        "The bet is in " + terms.stake().currency() + "."));
    }
}
