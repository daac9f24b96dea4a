package io.carat.core.decision;

/** The answer to a request that by its nature moved nothing: it is told without an event's position. */
public interface UnmovedAnswer extends Answer {}
