package io.carat.core.eventstore;

/** The global positions that an append took, both inclusive. */
record AppendedRange(long firstPosition, long lastPosition) {}
