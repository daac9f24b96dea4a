package io.carat.core.eventstore;

/** The global positions that an append took, both inclusive; without meaning for one without events. */
record AppendedRange(long firstPosition, long lastPosition) {}
