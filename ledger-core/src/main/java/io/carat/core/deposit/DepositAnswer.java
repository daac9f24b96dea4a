package io.carat.core.deposit;

import io.carat.core.decision.Answer;
import io.carat.core.deposit.DepositEvent.DepositCredited;
import io.carat.core.policy.PolicyRef;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.topology.TopologyRef;

/**
 * What the caller of a deposit is told.
 *
 * @param status always CREDITED
 * @param amount in minor units
 * @param requirement COMPLETED when nothing has to be wagered
 */
public record DepositAnswer(
        String depositId,
        String status,
        String bucket,
        long amount,
        String currency,
        RequirementSummary requirement,
        TopologyRef topology,
        PolicyRef policy)
        implements Answer {

    static DepositAnswer of(DepositCredited credited) {
        return new DepositAnswer(
                credited.depositId(),
                "CREDITED",
                credited.bucketTypeCode(),
                credited.amount().amountMinor(),
                credited.amount().currency(),
                RequirementSummary.created(credited.requirementId(), credited.requiredMinor()),
                credited.topology(),
                credited.policy());
    }
}
