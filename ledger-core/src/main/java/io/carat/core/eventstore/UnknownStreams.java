package io.carat.core.eventstore;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which streams of a batch have to be read before it can be planned. */
final class UnknownStreams {

    private UnknownStreams() {}

    /** All that are not known. */
    static Set<String> all(List<PendingAppend> batch, KnownLog known) {
        Set<String> unknown = new LinkedHashSet<>();
        for (PendingAppend pending : batch) {
            for (String streamId : pending.append().expectedVersions().keySet()) {
                if (known.versionOf(streamId) == null) {
                    unknown.add(streamId);
                }
            }
        }
        return unknown;
    }

    /** Those that are not known and not to be created: that a created one is new is found by creating it. */
    static Set<String> toBeRead(List<PendingAppend> batch, KnownLog known) {
        Set<String> unknown = all(batch, known);
        if (!unknown.isEmpty()) {
            unknown.removeAll(created(batch));
        }
        return unknown;
    }

    private static Set<String> created(List<PendingAppend> batch) {
        Set<String> created = new HashSet<>();
        for (PendingAppend pending : batch) {
            for (ChainedEvent event : pending.append().events()) {
                if (event.version().sequence() == 0) {
                    created.add(event.streamId());
                }
            }
        }
        return created;
    }
}
