package io.carat.core.win;

import io.carat.core.decision.Answer;
import io.carat.core.policy.PolicyRef;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.topology.TopologyRef;
import io.carat.core.win.WinEvent.WinRecorded;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a win without a bet is told. Amounts are minor units.
 *
 * @param status CREDITED, or ACKNOWLEDGED where there was nothing to pay
 * @param bucket the bucket that it goes to
 * @param recovered what open receivables took of it
 * @param requirement what has to be wagered for it, or the raised requirement of the bonus; null when nothing has to be
 * @param bonusId the bonus that it opened or went into
 */
public record WinAnswer(
        String winId,
        String transactionId,
        String status,
        String campaignId,
        String bucket,
        long payout,
        long recovered,
        String currency,
        @Nullable RequirementSummary requirement,
        @Nullable String bonusId,
        TopologyRef topology,
        PolicyRef policy)
        implements Answer {

    static WinAnswer of(WinRecorded recorded, @Nullable RequirementSummary requirement) {
        return new WinAnswer(
                recorded.winId(),
                recorded.transactionId(),
                recorded.payout().amountMinor() == 0 ? "ACKNOWLEDGED" : "CREDITED",
                recorded.campaignId(),
                recorded.bucketTypeCode(),
                recorded.payout().amountMinor(),
                recorded.recoveredMinor(),
                recorded.payout().currency(),
                requirement,
                recorded.bonusId(),
                recorded.topology(),
                recorded.policy());
    }
}
