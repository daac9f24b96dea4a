package io.carat.core.decision;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a refusal was decided on, kept with it where others want to decide the same again under other rules. Stored with the
 * request's claim, so names are as permanent as event names (ADR 0002).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface RefusalFacts {}
