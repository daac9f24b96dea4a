package io.carat.core.withdrawal;

import io.carat.core.decision.Answer;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalRequested;

/**
 * What the caller of a withdrawal command is told.
 *
 * @param amount in minor units
 */
public record WithdrawalAnswer(String withdrawalId, WithdrawalStatus status, long amount, String currency)
        implements Answer {

    static WithdrawalAnswer of(WithdrawalRequested terms, WithdrawalStatus status) {
        return new WithdrawalAnswer(
                terms.withdrawalId(),
                status,
                terms.amount().amountMinor(),
                terms.amount().currency());
    }
}
