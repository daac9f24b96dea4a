package io.carat.core.bet;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetCashedOut;
import io.carat.core.bet.BetEvent.BetCorrected;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetRolledBack;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bet.BetEvent.BetVoided;
import java.util.ArrayList;
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
     * @param remainingMinor per leg: the part of its stake that is neither refunded nor cashed out, in minor units; it is
     *     held while results can come
     * @param settlements what was paid so far, cash-outs aside
     * @param attributions what it counted towards which requirement
     * @param coupon what became of its coupon's stake; zeros without one
     */
    record Bet(
            BetAuthorized terms,
            BetStatus status,
            List<Long> remainingMinor,
            List<Settlement> settlements,
            List<BetAttribution> attributions,
            CouponCounter coupon)
            implements BetState {
        public Bet {
            remainingMinor = List.copyOf(remainingMinor);
            settlements = List.copyOf(settlements);
            attributions = List.copyOf(attributions);
        }

        private static Bet opened(BetAuthorized terms) {
            List<Long> stakes = terms.legs().stream().map(Leg::stakeMinor).toList();
            return new Bet(terms, BetStatus.AUTHORIZED, stakes, List.of(), List.of(), CouponCounter.ZERO);
        }

        @Override
        public String providerId() {
            return terms.providerId();
        }

        /** The stake of all legs that is still held, in minor units. */
        public long openStakeMinor() {
            return isOpen() ? LegSplit.sum(remainingByLeg()) : 0;
        }

        /** The stake of each leg that is neither refunded nor cashed out, in leg order, in minor units. */
        public long[] remainingByLeg() {
            return remainingMinor.stream().mapToLong(Long::longValue).toArray();
        }

        /** What a payout is split by: the stake that remains of each leg, the whole stakes where nothing remains. */
        public long[] weights() {
            return remainingMinor.stream().anyMatch(minor -> minor > 0)
                    ? remainingByLeg()
                    : terms.legs().stream().mapToLong(Leg::stakeMinor).toArray();
        }

        /** Whether results can still come. */
        public boolean isOpen() {
            return status == BetStatus.AUTHORIZED || status == BetStatus.PARTIALLY_SETTLED;
        }

        private Bet to(BetStatus next) {
            return new Bet(terms, next, remainingMinor, settlements, attributions, coupon);
        }

        private Bet less(List<LegAmount> amounts) {
            List<Long> left = boxed(LegSplit.less(remainingByLeg(), amounts));
            return new Bet(terms, status, left, settlements, attributions, coupon);
        }

        /** Stake given back: it is not the coupon's to be deducted any more. */
        private Bet refunded(List<LegAmount> refunds) {
            long couponMinor = CouponLeg.of(terms.legs())
                    .map(leg -> LegSplit.of(leg, refunds))
                    .orElse(0L);
            return less(refunds).counting(coupon.refunded(couponMinor));
        }

        private Bet counting(CouponCounter next) {
            return new Bet(terms, status, remainingMinor, settlements, attributions, next);
        }

        private static List<Long> boxed(long[] amountsMinor) {
            return Arrays.stream(amountsMinor).boxed().toList();
        }

        private Bet with(List<Settlement> changed) {
            return new Bet(terms, status, remainingMinor, changed, attributions, coupon);
        }

        private Bet after(BetSettled settled) {
            List<Settlement> more = new ArrayList<>(settlements);
            more.add(new Settlement(
                    settled.transactionId(),
                    List.of(),
                    boxed(weights()),
                    settled.payouts(),
                    settled.refunds(),
                    settled.coupon()));
            List<BetAttribution> counted = new ArrayList<>(attributions);
            counted.addAll(settled.attributions());
            boolean ends = settled.closes() || status == BetStatus.SETTLED;
            BetStatus next = ends ? BetStatus.SETTLED : BetStatus.PARTIALLY_SETTLED;
            return new Bet(terms, next, remainingMinor, more, counted, coupon.plus(settled.coupon()))
                    .refunded(settled.refunds());
        }

        private Bet after(BetCashedOut cashedOut) {
            return less(cashedOut.closedStakes())
                    .counting(coupon.plus(cashedOut.coupon()))
                    .to(cashedOut.closes() ? BetStatus.SETTLED : BetStatus.PARTIALLY_SETTLED);
        }

        private Bet after(BetCorrected corrected) {
            List<LegAmount> returned = corrected.reversedRefunds().stream()
                    .map(refund -> new LegAmount(refund.leg(), -refund.amountMinor()))
                    .toList();
            List<Settlement> named = Settlements.named(this, corrected.correctsTransactionId());
            return counting(coupon.without(named).plus(corrected.coupon()))
                    .refunded(returned)
                    .with(Settlements.corrected(this, corrected));
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
            case BetAuthorized authorized when state == null -> Bet.opened(authorized);
            case BetTombstoned tombstoned when state == null -> new Tombstone(tombstoned);
            case BetSettled settled
            when state instanceof Bet bet && (bet.isOpen() || bet.status == BetStatus.SETTLED) -> bet.after(settled);
            case BetCashedOut cashedOut when state instanceof Bet bet && bet.isOpen() -> bet.after(cashedOut);
            case BetCorrected corrected
            when state instanceof Bet bet && !bet.settlements.isEmpty() -> bet.after(corrected);
            case BetHalfVoided halfVoided
            when state instanceof Bet bet && bet.isOpen() -> bet.refunded(halfVoided.refunds());
            case BetRolledBack rolledBack
            when state instanceof Bet bet && bet.status == BetStatus.AUTHORIZED ->
                bet.less(rolledBack.refunds()).to(BetStatus.ROLLED_BACK);
            case BetVoided voided
            when state instanceof Bet bet && (bet.isOpen() || bet.status == BetStatus.SETTLED) ->
                bet.less(voided.refunds()).with(Settlements.unpaid(bet)).to(BetStatus.VOIDED);
            case BetAuthorized impossible -> throw broken(state, impossible);
            case BetTombstoned impossible -> throw broken(state, impossible);
            case BetSettled impossible -> throw broken(state, impossible);
            case BetCashedOut impossible -> throw broken(state, impossible);
            case BetCorrected impossible -> throw broken(state, impossible);
            case BetHalfVoided impossible -> throw broken(state, impossible);
            case BetRolledBack impossible -> throw broken(state, impossible);
            case BetVoided impossible -> throw broken(state, impossible);
        };
    }

    private static IllegalStateException broken(@Nullable BetState state, BetEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }
}
