package io.carat.ops.simulation;

import java.util.Map;

/** Where a demo run is. */
public record DemoProgress(
        double seconds, long requests, long accepted, Map<String, Long> refused, long unexpected, long errors) {

    /** Before the first request. */
    public static final DemoProgress NONE = new DemoProgress(0, 0, 0, Map.of(), 0, 0);

    public DemoProgress {
        refused = Map.copyOf(refused);
    }

    static DemoProgress of(Tally tally, double seconds) {
        return new DemoProgress(
                seconds, tally.answers(), tally.accepted(), tally.refused(), tally.unexpected(), tally.errors());
    }
}
