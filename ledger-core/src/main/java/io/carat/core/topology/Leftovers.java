package io.carat.core.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What an activation would leave behind.
 *
 * @param outgoing the topology whose business was counted
 * @param position where the log ended when it was counted
 * @param counts how many of each kind; a kind that is not listed has none
 */
public record Leftovers(TopologyRef outgoing, long position, Map<Leftover, Long> counts) {

    public Leftovers {
        counts = Map.copyOf(counts);
    }

    /** How many of a kind. */
    public long of(Leftover kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** One sentence per kind that there is something of, in the order of the kinds. */
    public List<String> sentences() {
        return Arrays.stream(Leftover.values())
                .filter(kind -> of(kind) != 0)
                .map(kind -> "There are " + of(kind) + " " + kind.words() + ".")
                .toList();
    }
}
