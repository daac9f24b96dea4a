package io.carat.ops.verify;

import org.jspecify.annotations.Nullable;

/**
 * Something that does not fit.
 *
 * @param position where it is, or where the range begins that it is in; null when it is nowhere in the log
 * @param toPosition where the range ends; null when it is one event
 * @param stream of the event, null when it is not known
 * @param sequence of the event in its stream, null when it is not known
 * @param event the event's permanent name, null when it is not known
 * @param problem what is wrong, in one sentence
 * @param hint where to look, null when nothing tells; never a proof
 */
public record Finding(
        Kind kind,
        @Nullable Long position,
        @Nullable Long toPosition,
        @Nullable String stream,
        @Nullable Long sequence,
        @Nullable String event,
        String problem,
        @Nullable String hint) {

    /** The kinds of findings; docs/operating/verify-chain.md says what to do about each. */
    public enum Kind {
        /** Events are not there. */
        MISSING,
        /** An event has a position that none can have. */
        POSITION,
        /** There are events beyond the end of the log. */
        BEYOND_THE_END,
        /** An event's columns and its hash do not fit. */
        CONTENT,
        /** A stream's events are not 0, 1, 2, ... in the order of positions. */
        SEQUENCE,
        /** A commit time is before the one at the position before. */
        COMMIT_TIME,
        /** Two events have each other's place. */
        SWAPPED,
        /** Every hash fits the next one, but not what was signed or kept of the log. */
        REWRITTEN,
        /** The row of event_log_head is not that of the log. */
        LOG_HEAD,
        /** A row of stream_head is not that of its stream. */
        STREAM_HEAD,
        /** A snapshot is not of an event of its stream. */
        SNAPSHOT,
        /** A head was not signed by the key that it names. */
        FORGED_HEAD,
        /** A head was signed by a key that is not known. */
        UNKNOWN_KEY,
        /** A kept head cannot be read. */
        UNREADABLE_HEAD
    }

    /** About one event. */
    static Finding at(EventPlace place, Kind kind, String problem) {
        return new Finding(
                kind, place.position(), null, place.stream(), place.sequence(), place.event(), problem, null);
    }

    /** About a range of positions. */
    static Finding between(long position, long toPosition, Kind kind, String problem) {
        return new Finding(kind, position, toPosition == position ? null : toPosition, null, null, null, problem, null);
    }

    /** About no event. */
    static Finding of(Kind kind, String problem) {
        return new Finding(kind, null, null, null, null, null, problem, null);
    }

    /** For people: where, as far as that is known, and what. */
    public String line() {
        if (stream == null) {
            return problem;
        }
        return "position " + position + ", event " + sequence + " of stream " + stream
                + (event == null ? "" : ", " + event) + ": " + problem;
    }

    Finding withHint(@Nullable String where) {
        return new Finding(kind, position, toPosition, stream, sequence, event, problem, where);
    }

    Finding ofEvent(EventPlace place) {
        return new Finding(kind, position, toPosition, place.stream(), place.sequence(), place.event(), problem, hint);
    }
}
