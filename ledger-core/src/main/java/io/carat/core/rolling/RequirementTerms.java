package io.carat.core.rolling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.decision.DerivedId;
import io.carat.core.money.Bps;
import io.carat.core.policy.Contribution;
import io.carat.core.policy.PolicyRef;
import io.carat.core.policy.RollingTerms;
import io.carat.core.topology.TopologyRef;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a credit obliges the player to wager, fixed at the credit (rule book §4).
 *
 * @param requirementId derived from the credit
 * @param kind what it was created for
 * @param sourceId the deposit or bonus that it belongs to
 * @param sequence the player's counter: the order of attribution, and which bets came after the credit
 * @param priority lower is attributed first
 * @param baseMinor what the multiplier was applied to, in minor units
 * @param multiplierBps required = ceil(base × multiplier / 10000)
 * @param requiredMinor how much has to be wagered, in minor units
 * @param contributions by product code; a product that is not listed counts nothing
 * @param topology the topology version it was decided under
 * @param policy the policy version it was decided under
 * @param expiresAt when the bonus ends that it belongs to; null for never
 * @param parentId the requirement that a transfer split it from; null for one of its own
 * @param creditNumber of one that came by a transfer, the player's counter then: earlier bets do not count to it, though it
 *     keeps its place; null where that is the sequence
 */
public record RequirementTerms(
        String requirementId,
        RequirementKind kind,
        String sourceId,
        long sequence,
        int priority,
        long baseMinor,
        int multiplierBps,
        long requiredMinor,
        Map<String, Contribution> contributions,
        TopologyRef topology,
        PolicyRef policy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String parentId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long creditNumber) {

    /** The priority of a requirement that nothing puts first or last. */
    public static final int NORMAL_PRIORITY = 100;

    /** The priority of what comes before everything else. */
    public static final int FIRST_PRIORITY = 0;

    public RequirementTerms {
        contributions = Map.copyOf(contributions);
    }

    /** Terms of a requirement whose sequence says which bets came after its credit. */
    public RequirementTerms(
            String requirementId,
            RequirementKind kind,
            String sourceId,
            long sequence,
            int priority,
            long baseMinor,
            int multiplierBps,
            long requiredMinor,
            Map<String, Contribution> contributions,
            TopologyRef topology,
            PolicyRef policy,
            @Nullable Instant expiresAt,
            @Nullable String parentId) {
        this(
                requirementId,
                kind,
                sourceId,
                sequence,
                priority,
                baseMinor,
                multiplierBps,
                requiredMinor,
                contributions,
                topology,
                policy,
                expiresAt,
                parentId,
                null);
    }

    /** Terms that never expire, of a requirement of its own. */
    public RequirementTerms(
            String requirementId,
            RequirementKind kind,
            String sourceId,
            long sequence,
            int priority,
            long baseMinor,
            int multiplierBps,
            long requiredMinor,
            Map<String, Contribution> contributions,
            TopologyRef topology,
            PolicyRef policy) {
        this(
                requirementId,
                kind,
                sourceId,
                sequence,
                priority,
                baseMinor,
                multiplierBps,
                requiredMinor,
                contributions,
                topology,
                policy,
                null,
                null,
                null);
    }

    /** Terms, first in line for a correction and else at the usual priority; what is required follows from the base, in minor units, and the multiplier. */
    public static RequirementTerms of(
            String brandId,
            RequirementKind kind,
            String sourceId,
            long sequence,
            long baseMinor,
            RollingTerms rolling,
            TopologyRef topology,
            PolicyRef policy) {
        return new RequirementTerms(
                DerivedId.of(brandId, "requirement", sourceId),
                kind,
                sourceId,
                sequence,
                kind == RequirementKind.CORRECTION ? FIRST_PRIORITY : NORMAL_PRIORITY,
                baseMinor,
                rolling.multiplierBps(),
                Bps.ceilOf(baseMinor, rolling.multiplierBps()),
                rolling.contributions(),
                topology,
                policy);
    }

    /** The same terms of a bonus alone: its deposit can no longer be wagered with it. The amount is in minor units. */
    public RequirementTerms ofBonusAlone(long amountMinor) {
        return new RequirementTerms(
                requirementId,
                RequirementKind.BONUS,
                sourceId,
                sequence,
                priority,
                amountMinor,
                multiplierBps,
                Bps.ceilOf(amountMinor, multiplierBps),
                contributions,
                topology,
                policy,
                expiresAt,
                parentId,
                creditNumber);
    }

    /** The same terms under a number of the player's counter. */
    public RequirementTerms numbered(long number) {
        return new RequirementTerms(
                requirementId,
                kind,
                sourceId,
                number,
                priority,
                baseMinor,
                multiplierBps,
                requiredMinor,
                contributions,
                topology,
                policy,
                expiresAt,
                parentId,
                creditNumber);
    }

    /** The same terms, in the same place, for a credit that takes this number of the player's counter. */
    public RequirementTerms creditedAs(long number) {
        return new RequirementTerms(
                requirementId,
                kind,
                sourceId,
                sequence,
                priority,
                baseMinor,
                multiplierBps,
                requiredMinor,
                contributions,
                topology,
                policy,
                expiresAt,
                parentId,
                number);
    }

    /** Whether a bet that was authorized at this number of the player's counter came after the credit. */
    public boolean isBefore(long watermark) {
        return (creditNumber == null ? sequence : creditNumber) <= watermark;
    }

    /** The same terms with an end; null for none. */
    public RequirementTerms until(@Nullable Instant end) {
        return new RequirementTerms(
                requirementId,
                kind,
                sourceId,
                sequence,
                priority,
                baseMinor,
                multiplierBps,
                requiredMinor,
                contributions,
                topology,
                policy,
                end,
                parentId,
                creditNumber);
    }

    /** The same terms for another base; both in minor units. */
    RequirementTerms recalculated(long newBaseMinor, long newRequiredMinor) {
        return new RequirementTerms(
                requirementId,
                kind,
                sourceId,
                sequence,
                priority,
                newBaseMinor,
                multiplierBps,
                newRequiredMinor,
                contributions,
                topology,
                policy,
                expiresAt,
                parentId,
                creditNumber);
    }
}
