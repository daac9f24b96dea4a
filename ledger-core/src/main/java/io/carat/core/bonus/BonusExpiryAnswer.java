package io.carat.core.bonus;

import io.carat.core.decision.Answer;

/** How a bonus stands after it was looked at whether its time is over. */
public record BonusExpiryAnswer(String bonusId, BonusStatus status) implements Answer {}
