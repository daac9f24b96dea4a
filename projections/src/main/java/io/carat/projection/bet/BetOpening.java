package io.carat.projection.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetCashedOut;
import io.carat.core.bet.BetEvent.BetCorrected;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetRolledBack;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bet.BetEvent.BetVoided;
import io.carat.core.bet.BetStatus;
import io.carat.core.bet.Leg;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The first event of a bet.
 *
 * @param authorized what was decided, null for a tombstone
 */
record BetOpening(
        BetChange change,
        String brandId,
        String playerId,
        String providerId,
        String betId,
        String currency,
        BetStatus status,
        @Nullable BetAuthorized authorized) {

    /** The opening that a change is; empty if it changes a bet that is there. */
    static Optional<BetOpening> of(BetChange change) {
        return switch (change.event()) {
            case BetAuthorized bet -> Optional.of(of(change, bet));
            case BetTombstoned bet -> Optional.of(of(change, bet));
            case BetSettled ignored -> Optional.empty();
            case BetRolledBack ignored -> Optional.empty();
            case BetVoided ignored -> Optional.empty();
            case BetHalfVoided ignored -> Optional.empty();
            case BetCashedOut ignored -> Optional.empty();
            case BetCorrected ignored -> Optional.empty();
        };
    }

    private static BetOpening of(BetChange change, BetAuthorized bet) {
        return new BetOpening(
                change,
                bet.brandId(),
                bet.playerId(),
                bet.providerId(),
                bet.betId(),
                bet.stake().currency(),
                BetStatus.AUTHORIZED,
                bet);
    }

    private static BetOpening of(BetChange change, BetTombstoned bet) {
        return new BetOpening(
                change,
                bet.brandId(),
                bet.playerId(),
                bet.providerId(),
                bet.betId(),
                bet.currency(),
                BetStatus.TOMBSTONED,
                null);
    }

    String authorizationId() {
        return change.authorizationId();
    }

    List<Leg> legs() {
        return authorized == null ? List.of() : authorized.legs();
    }

    /** Something of the decision, null for a tombstone. */
    <T> @Nullable T decided(Function<BetAuthorized, @Nullable T> value) {
        return authorized == null ? null : value.apply(authorized);
    }
}
