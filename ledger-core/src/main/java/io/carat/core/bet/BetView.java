package io.carat.core.bet;

import io.carat.core.bet.BetAnswer.LegPart;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.decision.Answer;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A bet as it stands. Amounts are minor units; what a bet that was rolled back before it came never had is null or empty.
 *
 * @param stake what was held
 * @param open what is held still
 * @param oddsMilli decimal odds in thousandths
 * @param funding each leg's part of the stake
 * @param remaining each leg's stake that is neither refunded nor cashed out
 * @param explanation what each source gave and why it gave no more, in the order they were asked
 * @param settlements what was paid, as it stands after corrections; cash-outs aside
 */
public record BetView(
        String authorizationId,
        BetStatus status,
        String brandId,
        String playerId,
        String providerId,
        String betId,
        String currency,
        @Nullable String roundId,
        @Nullable String gameId,
        @Nullable String product,
        long stake,
        long open,
        @Nullable Integer oddsMilli,
        List<LegPart> funding,
        List<LegPart> remaining,
        List<BetDryRun.Source> explanation,
        List<PaidSettlement> settlements,
        @Nullable TopologyRef topology,
        @Nullable PolicyRef policy)
        implements Answer {

    /** What one transaction of the provider paid and gave back, as it stands after corrections. */
    public record PaidSettlement(String transactionId, List<LegPart> credited, List<LegPart> refunded) {}

    static Optional<BetView> of(ReadBet query, BetState state) {
        BetView view = switch (state) {
            case BetState.Bet bet -> of(bet);
            case BetState.Tombstone tombstone -> of(tombstone.event());
        };
        return Optional.of(view).filter(found -> query.scope().covers(found.brandId, found.providerId));
    }

    private static BetView of(BetState.Bet bet) {
        BetAuthorized terms = bet.terms();
        return new BetView(
                terms.authorizationId(),
                bet.status(),
                terms.brandId(),
                terms.playerId(),
                terms.providerId(),
                terms.betId(),
                terms.stake().currency(),
                terms.roundId(),
                terms.gameId(),
                terms.product(),
                terms.stake().amountMinor(),
                bet.openStakeMinor(),
                terms.oddsMilli(),
                terms.legs().stream()
                        .map(leg -> LegPart.of(leg, leg.stakeMinor()))
                        .toList(),
                remaining(bet),
                explanation(terms),
                bet.settlements().stream().map(paid -> paid(terms, paid)).toList(),
                terms.topology(),
                terms.policy());
    }

    private static BetView of(BetTombstoned event) {
        return new BetView(
                event.authorizationId(),
                BetStatus.TOMBSTONED,
                event.brandId(),
                event.playerId(),
                event.providerId(),
                event.betId(),
                event.currency(),
                null,
                null,
                null,
                0,
                0,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static List<LegPart> remaining(BetState.Bet bet) {
        List<Leg> legs = bet.terms().legs();
        return IntStream.range(0, legs.size())
                .mapToObj(i -> LegPart.of(legs.get(i), bet.remainingMinor().get(i)))
                .toList();
    }

    private static List<BetDryRun.Source> explanation(BetAuthorized terms) {
        return terms.sources().stream()
                .map(share -> BetDryRun.Source.of(
                        share,
                        terms.legs().stream()
                                .filter(leg -> leg.source() == share.source())
                                .map(Leg::bucketTypeCode)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static PaidSettlement paid(BetAuthorized terms, Settlement settlement) {
        return new PaidSettlement(
                settlement.transactionId(),
                LegPart.of(terms, settlement.payouts()),
                LegPart.of(terms, settlement.refunds()));
    }
}
