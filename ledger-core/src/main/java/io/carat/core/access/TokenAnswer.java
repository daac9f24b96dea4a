package io.carat.core.access;

import io.carat.core.decision.Answer;

/** The token that was decided about. */
public record TokenAnswer(String tokenId) implements Answer {}
