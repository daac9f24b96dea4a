package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.StreamVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the writer knows of the log without reading: its end as its own last batch left it, and stream versions as of
 * that end. Both hold as long as nobody else appends, which the next write finds out. Used by the writer's thread only.
 */
final class KnownLog {

    /** Streams remembered. */
    static final int MAX_STREAMS = 50_000;

    /** Batches in a row that found the log where it was left, before the next one takes that for granted. */
    static final int ALONE_AFTER = 30;

    private final Map<String, StreamVersion> versions = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable LogHead head;
    private int batchesAlone = ALONE_AFTER;
    private boolean suspect;

    /** The end of the log if it is likely to be still there, null if it has to be read. */
    @Nullable
    LogHead head() {
        return suspect || batchesAlone < ALONE_AFTER ? null : head;
    }

    /** The position of the end of the log as last known, -1 if it is not. */
    long position() {
        return head == null ? -1 : head.position();
    }

    /** Takes the end of the log as it was read; if it is another one, the versions count no longer. */
    void headIs(LogHead read) {
        suspect = false;
        if (read.equals(head)) {
            batchesAlone++;
        } else {
            batchesAlone = head == null ? batchesAlone : 0;
            versions.clear();
            head = read;
        }
    }

    /** A write has failed on what is known: either somebody else appends, or a stream was taken for new. */
    void isSuspect() {
        suspect = true;
    }

    /** The version of a stream, null if it has to be read. */
    @Nullable
    StreamVersion versionOf(String streamId) {
        return versions.get(streamId);
    }

    void read(String streamId, StreamVersion version) {
        versions.put(streamId, version);
    }

    /** Takes over what a durable batch has written. */
    void stored(BatchPlan plan) {
        plan.moves().forEach(move -> versions.put(move.streamId(), move.version()));
        head = plan.end();
        List<String> surplus = new ArrayList<>();
        for (String streamId : versions.keySet()) {
            if (versions.size() - surplus.size() <= MAX_STREAMS) {
                break;
            }
            surplus.add(streamId);
        }
        surplus.forEach(versions::remove);
    }

    void forget() {
        versions.clear();
        head = null;
    }
}
