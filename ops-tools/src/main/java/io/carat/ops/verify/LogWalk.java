package io.carat.ops.verify;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.LogRow;
import io.carat.core.eventstore.chain.LogScan;
import io.carat.ops.verify.Finding.Kind;
import io.carat.ops.verify.StreamTips.Tip;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through the log from position 1 on and computes every hash anew, until something does not fit. */
final class LogWalk {

    private static final int PROGRESS_EVENTS = 100_000;

    private final LogEnd end;
    private final Iterator<Checkpoint> checkpoints;
    private final Progress progress;
    private final StreamTips tips = new StreamTips();
    private long position;
    private @Nullable LogRow last;
    private Hash logHash = Hash.ZERO;
    private @Nullable Checkpoint next;
    private Checkpoint fitting = new Checkpoint(0, Hash.ZERO, false, "the beginning of the log");

    /**
     * A walk that has not begun.
     *
     * @param checkpoints by position
     */
    LogWalk(LogEnd end, List<Checkpoint> checkpoints, Progress progress) {
        this.end = end;
        this.checkpoints = checkpoints.iterator();
        this.progress = progress;
    }

    /** The first thing that does not fit, empty when all of the log does. */
    Optional<Misfit> firstMisfit(LogScan scan) throws SQLException {
        Misfit misfit = advance();
        for (LogRow row = misfit == null ? scan.next() : null; row != null; row = scan.next()) {
            misfit = examine(row);
            if (misfit != null) {
                return Optional.of(misfit);
            }
            if (position % PROGRESS_EVENTS == 0) {
                progress.checked(position);
            }
        }
        return Optional.ofNullable(misfit == null ? atTheEnd() : misfit);
    }

    private @Nullable Misfit examine(LogRow row) {
        if (row.position() != position + 1) {
            return row.position() > position
                    ? new Misfit.Gap(position + 1, row.position() - 1)
                    : new Misfit.Stray(EventPlace.of(row));
        }
        if (last != null && row.committedAtMicros() < last.committedAtMicros()) {
            return new Misfit.Order(
                    EventPlace.of(row),
                    Kind.COMMIT_TIME,
                    "its commit time " + row.committedAt() + " is before that of the event in front of it");
        }
        String stream = row.streamId();
        Tip tip = tips.get(stream);
        if (row.sequence() != tip.sequence() + 1) {
            return new Misfit.Order(
                    EventPlace.of(row),
                    Kind.SEQUENCE,
                    "event " + (tip.sequence() + 1) + " of its stream must come here, not event " + row.sequence());
        }
        Hash hash = row.hashAfter(tip.hash());
        if (!row.hasHash(hash)) {
            return new Misfit.Content(EventPlace.of(row));
        }
        tips.put(stream, tip.followedBy(hash, row.position()));
        logHash = row.logHashAfter(logHash, hash);
        position = row.position();
        last = row;
        return advance();
    }

    /** Compares with what is known of this position. */
    private @Nullable Misfit advance() {
        if (next == null && checkpoints.hasNext()) {
            next = checkpoints.next();
        }
        while (next != null && next.position() <= position) {
            if (!next.logHash().equals(logHash)) {
                return new Misfit.OtherHash(next);
            }
            fitting = next.isSigned() ? next : fitting;
            next = checkpoints.hasNext() ? checkpoints.next() : null;
        }
        return null;
    }

    private @Nullable Misfit atTheEnd() {
        if (position < end.position()) {
            return new Misfit.Gap(position + 1, end.position());
        }
        if (next != null) {
            return new Misfit.TooShort(position, next);
        }
        return position > end.position() ? new Misfit.TooLong(end.position()) : null;
    }

    /** When the last event that fits was committed; meaningless when there is none. */
    Instant committedAt() {
        return last == null ? Instant.EPOCH : last.committedAt();
    }

    /** The last events of all streams that were met. */
    StreamTips tips() {
        return tips;
    }

    /** How far everything fits. */
    long position() {
        return position;
    }

    /** The hash of the log so far. */
    Hash logHash() {
        return logHash;
    }

    /** The last signed head that fits, or the beginning of the log. */
    Checkpoint fitting() {
        return fitting;
    }
}
