package io.carat.core.bucket;

import io.carat.core.decision.Answer;
import io.carat.core.rolling.RequirementStatus;

/** Where the requirement stands after the command: ACTIVE, or COMPLETED when it was over before. */
public record RequirementActivationAnswer(String requirementId, RequirementStatus status) implements Answer {}
