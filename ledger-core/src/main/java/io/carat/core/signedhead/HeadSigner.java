package io.carat.core.signedhead;

import io.carat.core.host.OneLine;
import io.carat.core.signedhead.HeadTable.LogEnd;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs where the log ends, again and again while it moves and once more when it is closed, and keeps each head twice: in
 * the database, and in a file that whoever edits the database does not reach. It has a thread of its own and takes no
 * lock: no append ever waits for it, and what fails is tried again.
 */
public final class HeadSigner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HeadSigner.class);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final HeadFile file;
    private final SigningKey key;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("head-signer").daemon().factory());
    private @Nullable SignedHead last;
    private @Nullable SignedHead unkept;

    /**
     * A signer that does not sign before it is started.
     *
     * @param dataSource of the application, not the event store's own pool
     */
    public HeadSigner(DataSource dataSource, HeadFile file, SigningKey key) {
        this.dataSource = dataSource;
        this.file = file;
        this.key = key;
    }

    /** Compares the log with the last head that was kept, and signs from then on. Never throws: it warns. */
    @SuppressWarnings("FutureReturnValueIgnored") // what is scheduled tells its failures itself
    public void start(Duration every) {
        try {
            compareWithLast();
        } catch (IOException | SQLException | RuntimeException e) {
            log.warn("The log could not be compared with the heads in {}: {}", file.path(), OneLine.of(e));
        }
        schedule.scheduleWithFixedDelay(this::trySign, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void compareWithLast() throws IOException, SQLException {
        SignedHead kept = file.last().orElse(null);
        last = kept;
        if (kept != null) {
            contradiction(kept, end())
                    .ifPresent(contradiction -> log.error(
                            "{} in {}. Was an older backup restored, or was the database edited? See"
                                    + " docs/operating/verify-chain.md",
                            contradiction,
                            file.path()));
        }
    }

    /** What cannot be, if a head that was kept is true; a log that has gone on contradicts nothing at first sight. */
    static Optional<String> contradiction(SignedHead kept, LogEnd end) {
        boolean other = end.position() == kept.position() && !end.logHash().equals(kept.logHash());
        if (end.position() >= kept.position() && !other) {
            return Optional.empty();
        }
        return Optional.of(
                "The log in the database ends at position %d%s, but there is a head signed at %s for position %d"
                        .formatted(
                                end.position(), other ? " with another hash" : "", kept.signedAt(), kept.position()));
    }

    private LogEnd end() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return HeadTable.end(connection);
        }
    }

    private void trySign() {
        try {
            signIfMoved();
        } catch (SQLException | IOException | RuntimeException e) {
            log.warn("The log's head could not be signed and kept, trying again: {}", OneLine.of(e));
        }
    }

    /**
     * Signs and keeps the log's head now, if it is not that of the last time.
     *
     * @return whether it has been signed
     * @throws SQLException when the database cannot be read or written; to be tried again
     * @throws IOException when the file cannot be written; to be tried again
     */
    public synchronized boolean signIfMoved() throws SQLException, IOException {
        keepWhatIsNot();
        LogEnd end = end();
        if (end.position() == 0 || isLast(end)) {
            return false;
        }
        unkept = key.sign(end.position(), end.logHash(), Instant.now());
        keepWhatIsNot();
        return true;
    }

    private boolean isLast(LogEnd end) {
        return last != null
                && last.position() == end.position()
                && last.logHash().equals(end.logHash());
    }

    // Both places or again: the table does not mind a repetition, nor does whoever reads the file.
    private void keepWhatIsNot() throws SQLException, IOException {
        SignedHead head = unkept;
        if (head == null) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            HeadTable.add(connection, head);
        }
        file.append(head);
        last = head;
        unkept = null;
    }

    /** Signs the head once more, and ends. */
    @Override
    public void close() {
        schedule.shutdown();
        try {
            if (!schedule.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("The signing of the log's head did not end within {}", STOP_TIMEOUT);
            }
            trySign();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
