package io.carat.core.bet;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetRolledBack;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bet.BetEvent.BetVoided;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bet as its events left it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) // for snapshots
public sealed interface BetState {

    /** A rollback came first; the bet will never be. */
    record Tombstone(BetTombstoned event) implements BetState {
        @Override
        public String providerId() {
            return event.providerId();
        }
    }

    /**
     * A bet that was authorized.
     *
     * @param terms what was authorized: the breakdown that everything after it uses
     * @param status where it stands
     * @param openMinor per leg: the part of its stake that is neither refunded nor taken, in minor units
     */
    record Bet(BetAuthorized terms, BetStatus status, List<Long> openMinor) implements BetState {
        public Bet {
            openMinor = List.copyOf(openMinor);
        }

        @Override
        public String providerId() {
            return terms.providerId();
        }

        /** The open stake of all legs, in minor units. */
        public long openStakeMinor() {
            return openMinor.stream().mapToLong(Long::longValue).sum();
        }

        /** The open stake of each leg, in leg order, in minor units. */
        public long[] openByLeg() {
            return openMinor.stream().mapToLong(Long::longValue).toArray();
        }

        /** Whether results can still come. */
        public boolean isOpen() {
            return status == BetStatus.AUTHORIZED || status == BetStatus.PARTIALLY_SETTLED;
        }

        private Bet to(BetStatus next) {
            return new Bet(terms, next, openMinor);
        }

        private Bet less(List<LegAmount> refunds) {
            long[] open = openByLeg();
            refunds.forEach(refund -> open[refund.leg() - 1] -= refund.amountMinor());
            return new Bet(terms, status, Arrays.stream(open).boxed().toList());
        }

        private Bet closed(BetStatus end) {
            return new Bet(terms, end, terms.legs().stream().map(leg -> 0L).toList());
        }
    }

    /** The provider that the bet belongs to. */
    String providerId();

    /**
     * The state after an event.
     *
     * @param state null before the first event
     * @throws IllegalStateException when the event cannot follow the state: the history is broken
     */
    static BetState evolve(@Nullable BetState state, BetEvent event) {
        return switch (event) {
            case BetAuthorized authorized
            when state == null ->
                new Bet(
                        authorized,
                        BetStatus.AUTHORIZED,
                        authorized.legs().stream().map(Leg::stakeMinor).toList());
            case BetTombstoned tombstoned when state == null -> new Tombstone(tombstoned);
            case BetSettled settled
            when state instanceof Bet bet && bet.isOpen() ->
                settled.closes()
                        ? bet.closed(BetStatus.SETTLED)
                        : bet.less(settled.refunds()).to(BetStatus.PARTIALLY_SETTLED);
            case BetHalfVoided halfVoided
            when state instanceof Bet bet && bet.isOpen() -> bet.less(halfVoided.refunds());
            case BetRolledBack ignored
            when state instanceof Bet bet && bet.status == BetStatus.AUTHORIZED -> bet.closed(BetStatus.ROLLED_BACK);
            case BetVoided ignored
            when state instanceof Bet bet && bet.status == BetStatus.AUTHORIZED -> bet.closed(BetStatus.VOIDED);
            case BetAuthorized impossible -> throw broken(state, impossible);
            case BetTombstoned impossible -> throw broken(state, impossible);
            case BetSettled impossible -> throw broken(state, impossible);
            case BetHalfVoided impossible -> throw broken(state, impossible);
            case BetRolledBack impossible -> throw broken(state, impossible);
            case BetVoided impossible -> throw broken(state, impossible);
        };
    }

    private static IllegalStateException broken(@Nullable BetState state, BetEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }
}
