package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.StreamVersion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which streams of a batch have to be read before it can be planned. */
final class UnknownStreams {

    private UnknownStreams() {}

    /** All that are not known. */
    static Set<String> all(List<PendingAppend> batch, KnownLog known) {
        return unknown(batch, known, (append, expected) -> true);
    }

    /** Those that are not known and not to be created: that a created one is new is found by creating it. */
    static Set<String> toBeRead(List<PendingAppend> batch, KnownLog known) {
        return unknown(
                batch, known, (append, expected) -> expected.getValue().exists() || !append.creates(expected.getKey()));
    }

    private static Set<String> unknown(
            List<PendingAppend> batch, KnownLog known, BiPredicate<Append, Map.Entry<String, StreamVersion>> isWanted) {
        Set<String> unknown = new LinkedHashSet<>();
        for (PendingAppend pending : batch) {
            Append append = pending.append();
            for (Map.Entry<String, StreamVersion> expected :
                    append.expectedVersions().entrySet()) {
                if (isWanted.test(append, expected) && known.versionOf(expected.getKey()) == null) {
                    unknown.add(expected.getKey());
                }
            }
        }
        return unknown;
    }
}
