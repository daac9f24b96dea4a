package io.carat.ops.verify;

import io.carat.core.eventstore.chain.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks for one small change that, undone, makes a stretch of the log fit again. If the log hash fits then, it is proven
 * that just this was done.
 */
final class Explanation {

    /** Hashes that are computed at most, a few seconds' worth. */
    private static final long MAX_HASHES = 20_000_000;

    private final LogSlice slice;
    private final Hash expected;
    private long hashes;

    private Explanation(LogSlice slice, Hash expected) {
        this.slice = slice;
        this.expected = expected;
    }

    /** What was done. */
    sealed interface Change {

        /** Two events were given each other's position. */
        record Swap(long first, long second) implements Change {}

        /** An event was committed at another time. */
        record CommitTime(long position, Instant original) implements Change {}
    }

    /**
     * The change that explains why a stretch does not have the log hash that it must have.
     *
     * @return empty if none of those tried does, or the stretch does have it: then positions, times and hashes are what they
     *     were
     */
    static Optional<Change> of(LogSlice slice, Hash expected) {
        if (slice.end().equals(expected)) {
            return Optional.empty();
        }
        Explanation search = new Explanation(slice, expected);
        return search.amongSuspects().or(search::withinCommits);
    }

    private Optional<Change> amongSuspects() {
        List<Integer> suspects = List.copyOf(slice.suspects());
        for (int first : suspects) {
            for (int second : suspects) {
                if (first < second && isSwap(first, second)) {
                    return swap(first, second);
                }
            }
        }
        return suspects.stream()
                .flatMap(index -> commitTime(index, index - 1).or(() -> commitTime(index, index + 1)).stream())
                .findFirst();
    }

    // Neighbours first: who exchanges events without touching their times can do so within one commit only.
    private Optional<Change> withinCommits() {
        boolean any = true;
        for (int distance = 1; any; distance++) {
            any = false;
            for (int first = 0; first + distance < slice.size() && hashes <= MAX_HASHES; first++) {
                if (slice.isSameCommit(first, first + distance)) {
                    any = true;
                    if (isSwap(first, first + distance)) {
                        return swap(first, first + distance);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isSwap(int first, int second) {
        return (mayCompute(first) && slice.endIfSwapped(first, second).equals(expected))
                || (mayCompute(first)
                        && slice.endIfSwappedWithoutTimes(first, second).equals(expected));
    }

    private Optional<Change> swap(int first, int second) {
        return Optional.of(new Change.Swap(
                slice.entry(first).position(), slice.entry(second).position()));
    }

    private Optional<Change> commitTime(int index, int neighbour) {
        if (neighbour < 0 || neighbour >= slice.size() || !mayCompute(index)) {
            return Optional.empty();
        }
        Instant time = slice.entry(neighbour).committedAt();
        return slice.endIfCommittedAt(index, time).equals(expected)
                ? Optional.of(new Change.CommitTime(slice.entry(index).position(), time))
                : Optional.empty();
    }

    private boolean mayCompute(int from) {
        hashes += slice.size() - from;
        return hashes <= MAX_HASHES;
    }
}
