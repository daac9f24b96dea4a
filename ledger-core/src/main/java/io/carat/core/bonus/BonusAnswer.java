package io.carat.core.bonus;

import io.carat.core.decision.Answer;
import io.carat.core.policy.PolicyRef;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.topology.TopologyRef;

/**
 * What the caller of a bonus grant is told.
 *
 * @param status ACTIVE: funded and running; COMPLETED: nothing had to be wagered, so it was converted at once
 * @param amount in minor units
 */
public record BonusAnswer(
        String bonusId,
        String status,
        String bucket,
        long amount,
        String currency,
        RequirementSummary requirement,
        TopologyRef topology,
        PolicyRef policy)
        implements Answer {}
