package io.carat.core.bet;

import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.SourceShare.HeldBack;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ask what would become of a bet now, and why; nothing is held and nothing remembered.
 *
 * @param bet the bet; its ids and request key are not looked at
 * @param policyVersion the version of the product's policy to ask; null for the active one
 */
public record BetDryRun(AuthorizeBet bet, @Nullable Integer policyVersion) {

    /**
     * What would become of it.
     *
     * @param refusal why it would be refused; null when it would be accepted
     * @param sources what each source would give, in the order they are asked; none where the refusal comes before
     * @param topology the active one; null where the refusal comes before
     * @param policy the version that was asked; null where the refusal comes before
     */
    public record Answer(
            boolean accepted,
            @Nullable Refusal refusal,
            List<Source> sources,
            @Nullable TopologyRef topology,
            @Nullable PolicyRef policy)
            implements io.carat.core.decision.Answer {
        public Answer {
            sources = List.copyOf(sources);
        }

        static Answer funded(List<Source> sources, TopologyRef topology, PolicyRef policy) {
            return new Answer(true, null, sources, topology, policy);
        }

        static Answer refused(
                Rejection rejection, List<Source> sources, @Nullable TopologyRef topology, @Nullable PolicyRef policy) {
            return new Answer(false, new Refusal(rejection.code(), rejection.detail()), sources, topology, policy);
        }
    }

    /** Why a bet would be refused. */
    public record Refusal(RejectionCode code, String detail) {}

    /**
     * What one source would give, in minor units.
     *
     * @param bucket the code of its bucket; null for coupons
     * @param heldBack what keeps it from giving all that is still needed; null when it gives that
     */
    public record Source(
            FundingSource source,
            @Nullable String bucket,
            long available,
            long taken,
            @Nullable HeldBack heldBack) {

        static Source of(SourceShare share, @Nullable String bucket) {
            return new Source(share.source(), bucket, share.availableMinor(), share.takenMinor(), share.heldBack());
        }
    }
}
