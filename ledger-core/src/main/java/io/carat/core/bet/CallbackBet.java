package io.carat.core.bet;

import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.ProviderCallback.TakeBet;
import io.carat.core.catalogue.BrandRefusals;
import io.carat.core.configuration.Admission;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.player.PlayerRefusals;
import io.carat.core.player.PlayerState;
import io.carat.core.session.GameSession;
import io.carat.core.session.SessionState;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.Optional;
import java.util.Set;

/** A bet as a provider's callback brings it: its token is looked at, and a stake of 0 may be a free round. */
final class CallbackBet {

    private final CallbackFacts facts;
    private final TakeBet callback;
    private final AuthorizeBet bet;

    CallbackBet(CallbackFacts facts, TakeBet callback) {
        this.facts = facts;
        this.callback = callback;
        this.bet = callback.command();
    }

    Decision decide() {
        BetState state = facts.unit().loadNew(LoadOrder.SUBJECT, BetAuthorization.class, bet.authorizationId());
        return facts.once(
                bet.fingerprint(),
                Set.of(),
                () -> BetAuthorizing.repeated(bet, state)
                        .or(() -> refusedBySession().map(Decision::rejected))
                        .orElseGet(this::place));
    }

    private Decision place() {
        boolean free =
                callback.stake().amountMinor() == 0 && facts.profile().bets().takesZeroStakes();
        return free ? freeRound() : BetPlacement.admit(facts.unit(), bet);
    }

    private Decision freeRound() {
        Money smallest = new Money(1, callback.stake().currency());
        Optional<Rejection> refusal = new Admission(facts.configuration()).refuse(callback.brandId(), smallest);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        if (facts.configuration().game(callback.providerId(), callback.gameId()).isEmpty()) {
            return Decision.rejected(
                    RejectionCode.INVALID_GAME,
                    "Provider " + callback.providerId() + " has no game " + callback.gameId() + ".");
        }
        return refusedByControls().map(Decision::rejected).orElseGet(facts::withoutStake);
    }

    /** Who may not bet plays no free round either (rule book, Words). */
    private Optional<Rejection> refusedByControls() {
        Owner owner = new Owner(
                callback.brandId(), callback.playerId(), callback.stake().currency());
        PlayerState player = WalletLoading.player(facts.unit(), owner);
        return facts.configuration()
                .brand(callback.brandId())
                .flatMap(brand -> BrandRefusals.bet(brand, callback.stake()))
                .or(() -> new PlayerRefusals(player.controls(), facts.unit().now()).bet(callback.stake()));
    }

    /** Only bets ask for a token (rule book §3): wins and rollbacks may come long after it. */
    private Optional<Rejection> refusedBySession() {
        Optional<SessionState> session = Optional.ofNullable(callback.tokenDigest())
                .flatMap(digest -> facts.unit().reference(GameSession.class, SessionState.streamId(digest)));
        if (session.isEmpty()) {
            return facts.profile().bets().requiresSession()
                    ? Optional.of(invalid("The bet needs the token of an open game session."))
                    : Optional.empty();
        }
        if (!session.get().isOf(callback.brandId(), callback.playerId(), callback.providerId())) {
            return Optional.of(invalid("The token is not this player's."));
        }
        return session.get().isExpired(facts.unit().now())
                ? Optional.of(Rejection.of(RejectionCode.TOKEN_EXPIRED, "The game session has ended."))
                : Optional.empty();
    }

    private static Rejection invalid(String detail) {
        return Rejection.of(RejectionCode.TOKEN_INVALID, detail);
    }
}
