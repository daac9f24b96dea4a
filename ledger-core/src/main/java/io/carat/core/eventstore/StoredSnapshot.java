package io.carat.core.eventstore;

import io.carat.core.eventstore.chain.StreamVersion;

/**
 * A state as it is stored.
 *
 * @param position of the last event that it includes
 * @param payload JSON text
 */
record StoredSnapshot(StreamVersion version, long position, String payload) {}
