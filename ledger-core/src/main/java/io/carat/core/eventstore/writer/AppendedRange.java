package io.carat.core.eventstore.writer;

/** The global positions that an append took, both inclusive; without meaning for one without events. */
public record AppendedRange(long firstPosition, long lastPosition) {}
