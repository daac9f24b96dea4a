package io.carat.core.decision;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What an accepted request is told. Answers are stored with the request's claim and replayed word for word, so their
 * names are as permanent as event names (ADR 0002).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
public interface Answer {}
