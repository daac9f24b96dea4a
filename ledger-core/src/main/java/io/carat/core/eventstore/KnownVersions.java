package io.carat.core.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Stream versions that the writer need not read again: those that it wrote or read itself, as long as nobody else has
 * appended since. Used by the writer's thread only.
 */
final class KnownVersions {

    /** Streams remembered. */
    static final int MAX_STREAMS = 50_000;

    private final Map<String, StreamVersion> versions = new LinkedHashMap<>(16, 0.75f, true);
    private long upTo = -1;

    /** Forgets everything if the log does not end where this writer left it. */
    void startAt(long position) {
        if (position != upTo) {
            versions.clear();
            upTo = position;
        }
    }

    /** Those of these streams that have to be read. */
    Set<String> unknownOf(Collection<PendingAppend> batch) {
        Set<String> unknown = new LinkedHashSet<>();
        for (PendingAppend pending : batch) {
            for (String streamId : pending.append().expectedVersions().keySet()) {
                if (!versions.containsKey(streamId)) {
                    unknown.add(streamId);
                }
            }
        }
        return unknown;
    }

    /** The versions of what the batch expects, known or read. */
    Map<String, StreamVersion> of(Collection<PendingAppend> batch, Map<String, StreamVersion> read) {
        Map<String, StreamVersion> found = new HashMap<>(read);
        for (PendingAppend pending : batch) {
            for (String streamId : pending.append().expectedVersions().keySet()) {
                StreamVersion known = versions.get(streamId);
                if (known != null) {
                    found.put(streamId, known);
                }
            }
        }
        return found;
    }

    /** Takes over what a committed batch has read and written. */
    void committed(BatchPlan plan, Map<String, StreamVersion> read) {
        versions.putAll(read);
        plan.moves().forEach(move -> versions.put(move.streamId(), move.version()));
        upTo = plan.lastPosition();
        var oldest = versions.keySet().iterator();
        for (int surplus = versions.size() - MAX_STREAMS; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }

    void forget() {
        versions.clear();
        upTo = -1;
    }
}
