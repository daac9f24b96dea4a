package io.carat.core.bet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.decision.RefusalFacts;
import io.carat.core.money.Money;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bet that a policy refused: what the decision knew, so that another version can be asked the same.
 *
 * @param product of the game
 * @param oddsMilli decimal odds in thousandths, null where the bet has none
 * @param sources what each source would have given and why it gave no more
 * @param bonusMaxStakeMinor the largest stake that the active bonus gives a part of; null for any, or without a bonus
 * @param coupon the coupon that the bet names; null for none
 */
public record BetAttempt(
        String brandId,
        String playerId,
        String providerId,
        String betId,
        String product,
        Money stake,
        @Nullable Integer oddsMilli,
        List<SourceShare> sources,
        @Nullable Long bonusMaxStakeMinor,
        TopologyRef topology,
        PolicyRef policy,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NamedCoupon coupon)
        implements RefusalFacts {
    public BetAttempt {
        sources = List.copyOf(sources);
    }

    /** A bet that names no coupon. */
    public BetAttempt(
            String brandId,
            String playerId,
            String providerId,
            String betId,
            String product,
            Money stake,
            @Nullable Integer oddsMilli,
            List<SourceShare> sources,
            @Nullable Long bonusMaxStakeMinor,
            TopologyRef topology,
            PolicyRef policy) {
        this(
                brandId,
                playerId,
                providerId,
                betId,
                product,
                stake,
                oddsMilli,
                sources,
                bonusMaxStakeMinor,
                topology,
                policy,
                null);
    }
}
