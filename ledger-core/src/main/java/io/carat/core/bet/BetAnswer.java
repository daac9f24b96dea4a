package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.decision.Answer;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.util.List;

/** What the caller of a bet command is told. Amounts are minor units. */
public sealed interface BetAnswer extends Answer {

    /** One leg's part of an amount. */
    record LegPart(int leg, FundingSource source, String bucket, long amount) {

        static LegPart of(Leg leg, long amountMinor) {
            return new LegPart(leg.number(), leg.source(), leg.bucketTypeCode(), amountMinor);
        }

        static List<LegPart> of(BetAuthorized terms, List<LegAmount> amounts) {
            return amounts.stream()
                    .map(amount -> of(terms.legs().get(amount.leg() - 1), amount.amountMinor()))
                    .toList();
        }
    }

    /** A bet was authorized and funded like this. */
    record BetAuthorizedAnswer(
            String authorizationId, BetStatus status, List<LegPart> funding, TopologyRef topology, PolicyRef policy)
            implements BetAnswer {

        static BetAuthorizedAnswer of(BetAuthorized terms) {
            List<LegPart> funding = terms.legs().stream()
                    .map(leg -> LegPart.of(leg, leg.stakeMinor()))
                    .toList();
            return new BetAuthorizedAnswer(
                    terms.authorizationId(), BetStatus.AUTHORIZED, funding, terms.topology(), terms.policy());
        }
    }

    /** A result was paid like this; {@code refunded} is stake given back. */
    record BetSettledAnswer(
            String authorizationId,
            String transactionId,
            BetStatus status,
            long payout,
            List<LegPart> credited,
            List<LegPart> refunded)
            implements BetAnswer {}

    /** A settlement was replaced: {@code payout} instead of {@code reversed}, both in all; credited is the new split. */
    record BetCorrectedAnswer(
            String authorizationId,
            String transactionId,
            BetStatus status,
            long payout,
            long reversed,
            List<LegPart> credited)
            implements BetAnswer {}

    /** A free round was taken note of: nothing is held for it. */
    record StakelessBetAnswer(String authorizationId, String betId) implements BetAnswer {}

    /** Stake was given back like this. */
    record BetReversedAnswer(String authorizationId, String transactionId, BetStatus status, List<LegPart> refunded)
            implements BetAnswer {}
}
