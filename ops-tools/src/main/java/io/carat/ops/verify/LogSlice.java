package io.carat.ops.verify;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.HashChain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A stretch of the log, as far as its log hash needs it, from a position whose log hash is known. */
final class LogSlice {

    /** A longer stretch is not looked into. */
    static final int MAX_EVENTS = 500_000;

    private static final int MAX_SUSPECTS = 16;

    private static final String READ = """
        SELECT position, committed_at, hash, age(xmin) FROM domain_event
         WHERE position > ? AND position <= ? ORDER BY position\
        """;

    private final List<Entry> entries;
    private final List<Hash> logHashes;

    /**
     * A row.
     *
     * @param age how many transactions ago the database wrote this version of it
     */
    record Entry(long position, Instant committedAt, Hash hash, int age) {

        Entry at(Instant time) {
            return new Entry(position, time, hash, age);
        }
    }

    private LogSlice(Hash before, List<Entry> entries) {
        this.entries = entries;
        this.logHashes = new ArrayList<>(entries.size() + 1);
        logHashes.add(before);
        for (int index = 0; index < entries.size(); index++) {
            logHashes.add(next(logHashes.getLast(), index, entries.get(index)));
        }
    }

    /** The rows after a position up to another; empty when they are too many or one has no hash. */
    static Optional<LogSlice> read(Connection connection, long after, Hash before, long last) throws SQLException {
        if (last - after > MAX_EVENTS) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, after);
            statement.setLong(2, last);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byte[] hash = rows.getBytes(3);
                    if (hash.length != Hash.BYTES) {
                        return Optional.empty();
                    }
                    Instant committedAt =
                            rows.getObject(2, OffsetDateTime.class).toInstant();
                    entries.add(new Entry(rows.getLong(1), committedAt, Hash.of(hash), rows.getInt(4)));
                }
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(new LogSlice(before, entries));
    }

    int size() {
        return entries.size();
    }

    Entry entry(int index) {
        return entries.get(index);
    }

    /** The log hash at the end as the rows are. */
    Hash end() {
        return logHashes.getLast();
    }

    /** The log hash at the end if two rows had each other's position; the first comes first. */
    Hash endIfSwapped(int first, int second) {
        return endWith(first, entries.get(second), second, entries.get(first));
    }

    /** The same, but for the commit times, which stay with the positions. */
    Hash endIfSwappedWithoutTimes(int first, int second) {
        Entry one = entries.get(first);
        Entry other = entries.get(second);
        return endWith(first, other.at(one.committedAt()), second, one.at(other.committedAt()));
    }

    private Hash endWith(int first, Entry atFirst, int second, Entry atSecond) {
        Hash log = logHashes.get(first);
        for (int index = first; index < entries.size(); index++) {
            log = next(log, index, index == first ? atFirst : index == second ? atSecond : entries.get(index));
        }
        return log;
    }

    /** The log hash at the end if a row had been committed at another time. */
    Hash endIfCommittedAt(int changed, Instant time) {
        Entry entry = entries.get(changed);
        Hash log = next(logHashes.get(changed), changed, entry.at(time));
        for (int index = changed + 1; index < entries.size(); index++) {
            log = next(log, index, entries.get(index));
        }
        return log;
    }

    private Hash next(Hash log, int index, Entry content) {
        return HashChain.ofLog(log, entries.get(index).position(), content.committedAt(), content.hash());
    }

    /**
     * The rows that look touched, first ones first: written later than a row that follows, or than others of the same
     * commit, or committed before the row in front. Several nodes or a restored dump may look like that too. Of the last
     * row nothing tells.
     */
    SortedSet<Integer> suspects() {
        SortedSet<Integer> suspects = new TreeSet<>();
        int oldestLater = Integer.MIN_VALUE;
        suspects.add(entries.size() - 1);
        for (int index = entries.size() - 1; index >= 0; index--) {
            Entry entry = entries.get(index);
            if (entry.age() < oldestLater || isYoungerThanItsCommit(index)) {
                suspects.add(index);
            }
            if (index > 0 && entry.committedAt().isBefore(entries.get(index - 1).committedAt())) {
                suspects.add(index);
                suspects.add(index - 1);
            }
            oldestLater = Math.max(oldestLater, entry.age());
        }
        while (suspects.size() > MAX_SUSPECTS) {
            suspects.removeLast();
        }
        return suspects;
    }

    private boolean isYoungerThanItsCommit(int index) {
        return index > 0
                && isSameCommit(index - 1, index)
                && entries.get(index).age() < entries.get(index - 1).age();
    }

    /** Whether two rows were committed together, as far as their times tell. */
    boolean isSameCommit(int first, int second) {
        return second < entries.size()
                && entries.get(first).committedAt().equals(entries.get(second).committedAt());
    }
}
