package io.carat.core.bonus;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.decision.Answer;
import io.carat.core.policy.PolicyRef;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.topology.TopologyRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of a bonus grant is told.
 *
 * @param status ACTIVE: funded and running; QUEUED: it waits, unfunded, until the one before it is over; COMPLETED: nothing had
 *     to be wagered, so it was converted at once
 * @param amount in minor units
 * @param expiresAt from then on it is forfeited; absent for never
 */
public record BonusAnswer(
        String bonusId,
        String status,
        String bucket,
        long amount,
        String currency,
        RequirementSummary requirement,
        TopologyRef topology,
        PolicyRef policy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String depositId)
        implements Answer {

    static BonusAnswer of(BonusGranted granted, BonusStatus status, RequirementSummary requirement) {
        return new BonusAnswer(
                granted.bonusId(),
                status.name(),
                granted.bucketTypeCode(),
                granted.amount().amountMinor(),
                granted.amount().currency(),
                requirement,
                granted.topology(),
                granted.policy(),
                granted.expiresAt(),
                granted.depositId());
    }
}
