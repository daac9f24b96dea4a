package io.carat.ops.verify;

import io.carat.core.eventstore.chain.Hash;
import io.carat.ops.verify.Explanation.Change;
import io.carat.ops.verify.Finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks closer at what does not fit, to name the event and say what was done to it. */
final class Diagnosis {

    private final Connection connection;
    private final EventLookup events;
    private final List<Checkpoint> checkpoints;
    private final Checkpoint fitting;

    /**
     * A diagnosis in the transaction of the check.
     *
     * @param checkpoints by position
     * @param fitting up to where the log is known to be what was signed
     */
    Diagnosis(Connection connection, List<Checkpoint> checkpoints, Checkpoint fitting) {
        this.connection = connection;
        this.events = new EventLookup(connection);
        this.checkpoints = checkpoints;
        this.fitting = fitting;
    }

    Finding of(Misfit misfit) throws SQLException {
        return switch (misfit) {
            case Misfit.Gap gap -> missing(gap.first(), gap.last());
            case Misfit.Stray stray ->
                Finding.at(
                        stray.place(), Kind.POSITION, "it has a position that no event can have, or another has too");
            case Misfit.Content content ->
                Finding.at(
                        content.place(),
                        Kind.CONTENT,
                        "its payload does not match its hash, or its metadata, name, id, type or time does not");
            case Misfit.Order order -> order(order);
            case Misfit.OtherHash other -> otherHash(other.expected());
            case Misfit.TooShort end -> tooShort(end);
            case Misfit.TooLong end -> tooLong(end.end());
        };
    }

    private Finding missing(long first, long last) throws SQLException {
        String problem = first == last ? "position " + first + " is missing" : positions(first, last) + " are missing";
        Finding finding = Finding.between(first, last, Kind.MISSING, problem).withHint(detachedPartition());
        Optional<EventPlace> place = first == last ? events.missingAt(first) : Optional.empty();
        return place.map(finding::ofEvent).orElse(finding);
    }

    private @Nullable String detachedPartition() throws SQLException {
        return events.detachedPartition()
                .map(table -> "the table " + table + " is no partition of domain_event: was it detached?")
                .orElse(null);
    }

    private Finding order(Misfit.Order misplaced) throws SQLException {
        Optional<Finding> explained = explained(misplaced.place().position());
        return explained.isPresent()
                ? explained.get()
                : Finding.at(misplaced.place(), misplaced.kind(), misplaced.problem());
    }

    private Optional<Finding> explained(long position) throws SQLException {
        for (Checkpoint expected : nearestAndFarthest(position)) {
            Optional<LogSlice> slice = slice(expected.position());
            Optional<Finding> explained =
                    slice.isPresent() ? explain(slice.get(), expected.logHash()) : Optional.empty();
            if (explained.isPresent()) {
                return explained;
            }
        }
        return Optional.empty();
    }

    // The other event of a swap may be behind the nearest.
    private Set<Checkpoint> nearestAndFarthest(long position) {
        List<Checkpoint> reachable = checkpoints.stream()
                .filter(checkpoint -> checkpoint.position() >= position
                        && checkpoint.position() - fitting.position() <= LogSlice.MAX_EVENTS)
                .toList();
        return reachable.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(reachable.getFirst(), reachable.getLast()));
    }

    private Finding otherHash(Checkpoint expected) throws SQLException {
        Optional<Checkpoint> beyond = signedBeyond(expected);
        if (beyond.isPresent()) {
            return tooShort(new Misfit.TooShort(expected.position(), beyond.get()));
        }
        if (expected.position() == fitting.position()) {
            return Finding.of(
                    Kind.LOG_HEAD,
                    expected.source() + " has another log hash than the log, which fits " + fitting.source());
        }
        Optional<Finding> explained = explained(expected.position());
        return explained.isPresent() ? explained.get() : rewritten(expected, slice(expected.position()));
    }

    /** The farthest signed head behind what the database says is the end: then the end is missing, whatever else is wrong. */
    private Optional<Checkpoint> signedBeyond(Checkpoint end) {
        return checkpoints.stream()
                .filter(checkpoint ->
                        !end.isSigned() && checkpoint.isSigned() && checkpoint.position() > end.position())
                .reduce((nearer, farther) -> farther);
    }

    private Finding rewritten(Checkpoint expected, Optional<LogSlice> slice) throws SQLException {
        long first = fitting.position() + 1;
        Finding finding = Finding.between(
                first,
                expected.position(),
                Kind.REWRITTEN,
                "everything up to " + (fitting.position() == 0 ? "it" : fitting.source()) + " fits, but "
                        + positions(first, expected.position()) + " are not what " + expected.source()
                        + " says: every event fits the one before it in its stream, so something there was changed,"
                        + " moved, added or removed, and hashed again");
        return finding.withHint(
                slice.isPresent() ? suspicion(slice.get()) : "these are too many to find out which of them it is");
    }

    private @Nullable String suspicion(LogSlice slice) throws SQLException {
        int first = slice.suspects().getFirst();
        if (first == slice.size() - 1) {
            return null; // nothing tells that the last one was written again
        }
        long position = slice.entry(first).position();
        return events.at(position)
                .map(place -> "the database wrote " + place + " again, after its neighbours")
                .orElse(null);
    }

    private Optional<LogSlice> slice(long last) throws SQLException {
        return LogSlice.read(connection, fitting.position(), fitting.logHash(), last);
    }

    private Optional<Finding> explain(LogSlice slice, Hash expected) throws SQLException {
        Optional<Change> change = Explanation.of(slice, expected);
        return change.isPresent() ? Optional.of(finding(change.get())) : Optional.empty();
    }

    private Finding finding(Change change) throws SQLException {
        Finding finding = switch (change) {
            case Change.Swap swap ->
                Finding.between(
                        swap.first(),
                        swap.first(),
                        Kind.SWAPPED,
                        "positions " + swap.first() + " and " + swap.second()
                                + " are swapped: the log fits when they are swapped back");
            case Change.CommitTime time ->
                Finding.between(
                        time.position(),
                        time.position(),
                        Kind.COMMIT_TIME,
                        "its commit time was changed: the log fits when it is " + time.original());
        };
        Optional<EventPlace> place = events.at(finding.position() == null ? 0 : finding.position());
        return place.map(finding::ofEvent).orElse(finding);
    }

    private Finding tooShort(Misfit.TooShort end) throws SQLException {
        return Finding.between(
                        end.lastPosition() + 1,
                        end.reached().position(),
                        Kind.MISSING,
                        "the log ends at position " + end.lastPosition() + ", but there is "
                                + end.reached().source())
                .withHint(detachedPartition());
    }

    private Finding tooLong(long end) throws SQLException {
        String problem = "the table event_log_head says that the log ends at position " + end
                + ", but it goes on: something was added, or that row was changed";
        Finding finding = Finding.between(end + 1, end + 1, Kind.BEYOND_THE_END, problem);
        return events.at(end + 1).map(finding::ofEvent).orElse(finding);
    }

    private static String positions(long first, long last) {
        return first == last ? "position " + first : "positions " + first + " to " + last;
    }
}
