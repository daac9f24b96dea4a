package io.carat.core.simulation;

import io.carat.core.bet.BetAttempt;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetJudgement.Bid;
import io.carat.core.bet.NamedCoupon;
import io.carat.core.bet.SourceShare;
import io.carat.core.claim.ClaimEvent.RequestRefused;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bet that a policy accepted or refused, with all that the policy knew.
 *
 * @param product of the game
 * @param oddsMilli decimal odds in thousandths, null where the bet had none
 * @param sources what each source had and gave; of a refused bet, what it would have given
 * @param bonusMaxStakeMinor the largest stake that the active bonus gave a part of; null for any, or without a bonus
 * @param coupon the coupon that the bet named; null for none
 * @param refused why it was refused, null when it was accepted
 */
public record PastDecision(
        String brandId,
        String playerId,
        String providerId,
        String betId,
        String product,
        Money stake,
        @Nullable Integer oddsMilli,
        List<SourceShare> sources,
        @Nullable Long bonusMaxStakeMinor,
        @Nullable NamedCoupon coupon,
        TopologyRef topology,
        PolicyRef policy,
        @Nullable RejectionCode refused) {

    public PastDecision {
        sources = List.copyOf(sources);
    }

    /** The decision that an event records; empty for any other event. */
    public static Optional<PastDecision> of(LedgerEvent event) {
        return switch (event) {
            case BetAuthorized bet -> Optional.of(accepted(bet));
            case RequestRefused refusal
            when refusal.facts() instanceof BetAttempt attempt -> Optional.of(refused(attempt, refusal.code()));
            default -> Optional.empty();
        };
    }

    private static PastDecision accepted(BetAuthorized bet) {
        return new PastDecision(
                bet.brandId(),
                bet.playerId(),
                bet.providerId(),
                bet.betId(),
                bet.product(),
                bet.stake(),
                bet.oddsMilli(),
                bet.sources(),
                bet.bonusMaxStakeMinor(),
                bet.coupon(),
                bet.topology(),
                bet.policy(),
                null);
    }

    private static PastDecision refused(BetAttempt bet, RejectionCode code) {
        return new PastDecision(
                bet.brandId(),
                bet.playerId(),
                bet.providerId(),
                bet.betId(),
                bet.product(),
                bet.stake(),
                bet.oddsMilli(),
                bet.sources(),
                bet.bonusMaxStakeMinor(),
                bet.coupon(),
                bet.topology(),
                bet.policy(),
                code);
    }

    /** The same bet, to be judged anew. */
    Bid bid() {
        Map<FundingSource, Long> available = new EnumMap<>(FundingSource.class);
        sources.forEach(share -> available.put(share.source(), share.availableMinor()));
        return new Bid(stake, oddsMilli, available, bonusMaxStakeMinor, coupon);
    }

    /** What was taken from each source, in minor units; nothing when it was refused. */
    Map<FundingSource, Long> funding() {
        return refused == null ? funding(sources) : Map.of();
    }

    static Map<FundingSource, Long> funding(List<SourceShare> sources) {
        Map<FundingSource, Long> taken = new EnumMap<>(FundingSource.class);
        sources.stream()
                .filter(share -> share.takenMinor() > 0)
                .forEach(share -> taken.put(share.source(), share.takenMinor()));
        return taken;
    }
}
