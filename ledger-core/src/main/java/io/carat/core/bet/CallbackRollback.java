package io.carat.core.bet;

import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bet.BetCommand.RollbackBetByBetId;
import io.carat.core.bet.ProviderCallback.TakeBack;
import io.carat.core.claim.ClaimName;
import io.carat.core.decision.Decision;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RejectionCode;
import io.carat.core.decision.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rollback as a provider's callback brings it, maybe before its bet. */
final class CallbackRollback {

    /** ISO 4217: no currency. */
    private static final String NO_CURRENCY = "XXX";

    private final CallbackFacts facts;
    private final TakeBack callback;

    CallbackRollback(CallbackFacts facts, TakeBack callback) {
        this.facts = facts;
        this.callback = callback;
    }

    Decision decide() {
        BetState state = facts.unit().load(LoadOrder.SUBJECT, BetAuthorization.class, callback.authorizationId());
        RollbackBetByBetId rollback = rollback(currency(state));
        String fingerprint = ClaimName.withWirePart(
                DerivedId.fingerprint(rollback.fingerprint(), rollback.playerId(), rollback.currency()),
                DerivedId.fingerprint(callback.gameId(), callback.roundId(), callback.amountMinor()));
        return facts.once(fingerprint, Set.of(), () -> takeBack(rollback, state));
    }

    private Decision takeBack(RollbackBetByBetId rollback, @Nullable BetState state) {
        // A provider that names a win as its bet must not be told that it was rolled back.
        if (state == null && facts.isWin()) {
            return Decision.rejected(
                    RejectionCode.BET_ALREADY_SETTLED,
                    rollback.betId() + " is a win. A result is replaced by a correction, never rolled back.");
        }
        return facts.transact(rollback, state);
    }

    private RollbackBetByBetId rollback(String currency) {
        return new RollbackBetByBetId(
                callback.request(),
                Scope.EVERYTHING,
                callback.brandId(),
                callback.playerId(),
                currency,
                callback.providerId(),
                callback.betId(),
                callback.transactionId());
    }

    /** Where the wire names none: the bet's; a tombstone, which holds nothing, gets the first of its brand. */
    private String currency(@Nullable BetState state) {
        if (callback.currency() != null) {
            return callback.currency();
        }
        return switch (state) {
            case BetState.Bet bet -> bet.terms().stake().currency();
            case BetState.Tombstone tombstone -> tombstone.event().currency();
            case null ->
                facts.configuration()
                        .brand(callback.brandId())
                        .map(brand -> brand.currencies().getFirst())
                        .orElse(NO_CURRENCY);
        };
    }
}
