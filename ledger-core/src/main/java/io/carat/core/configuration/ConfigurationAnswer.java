package io.carat.core.configuration;

import io.carat.core.decision.Answer;

/** The stream that now says what was asked for. */
public record ConfigurationAnswer(String streamId) implements Answer {}
