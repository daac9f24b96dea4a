package io.carat.core.eventstore;

/** A stream's last version, and the positions of its first and last event. */
record StreamExtent(StreamVersion version, long firstPosition, long lastPosition) {}
