package io.carat.core.bonus;

import io.carat.core.decision.Answer;

/**
 * What the caller of a cancellation is told.
 *
 * @param status always CANCELLED
 * @param forfeited what was available of the bonus and went to HOUSE, in minor units; open legs follow when they come back
 */
public record BonusCancelledAnswer(String bonusId, String status, String bucket, long forfeited, String currency)
        implements Answer {}
