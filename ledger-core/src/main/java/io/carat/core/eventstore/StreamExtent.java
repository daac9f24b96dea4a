package io.carat.core.eventstore;

import io.carat.core.eventstore.chain.StreamVersion;

/** A stream's last version, and the positions of its first and last event. */
record StreamExtent(StreamVersion version, long firstPosition, long lastPosition) {}
