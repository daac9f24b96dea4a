package io.carat.ops.verify;

import io.carat.core.eventstore.chain.LogScan;
import io.carat.core.signedhead.HeadTable;
import io.carat.ops.verify.Finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Checks a log against itself and against the heads that were signed of it: in one transaction that sees the database at
 * one instant, so that servers may go on, and with a memory that grows with the number of streams only.
 */
public final class ChainCheck {

    private final Connection connection;
    private final Evidence evidence;
    private final Progress progress;
    private final List<Finding> findings = new ArrayList<>();

    private ChainCheck(Connection connection, Evidence evidence, Progress progress) {
        this.connection = connection;
        this.evidence = evidence;
        this.progress = progress;
    }

    /**
     * Checks without telling how far it is.
     *
     * @param connection used for this alone; its transaction is rolled back, it is not closed
     * @param evidence from outside the database, read before this is called; the heads inside are read here
     * @throws SQLException when the tables cannot be read
     */
    public static ChainReport check(Connection connection, Evidence evidence) throws SQLException {
        return check(connection, evidence, Progress.SILENT);
    }

    /** Checks and tells how far it is. */
    public static ChainReport check(Connection connection, Evidence evidence, Progress progress) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            return new ChainCheck(connection, evidence, progress).report();
        } finally {
            connection.rollback();
        }
    }

    private ChainReport report() throws SQLException {
        long started = System.nanoTime();
        List<KeptHead> heads = new ArrayList<>(evidence.heads());
        HeadTable.read(connection, head -> heads.add(new KeptHead(head, "the table " + HeadTable.NAME)));
        HeadJudgement judgement = HeadJudgement.of(heads, evidence.keys());
        Optional<LogEnd> end = LogEnd.read(connection);
        LogWalk walk = end.isPresent() ? walk(end.get(), judgement.valid()) : withoutEnd();
        long snapshots = 0;
        boolean logFits = findings.isEmpty();
        if (logFits) {
            findings.addAll(new StreamHeadCheck(connection, walk.tips()).findings());
            findings.addAll(SnapshotCheck.findings(connection));
            snapshots = SnapshotCheck.count(connection);
        }
        findings.addAll(judgement.findings());
        findings.addAll(evidence.findings());
        return new ChainReport(
                findings.isEmpty(),
                walk.position(),
                walk.tips().size(),
                walk.logHash().toString(),
                judgement.valid().size(),
                snapshots,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                findings,
                logFits ? notes(walk, judgement) : evidence.notes());
    }

    private LogWalk withoutEnd() {
        findings.add(Finding.of(Kind.LOG_HEAD, "the table event_log_head does not have exactly one row with a hash"));
        return new LogWalk(LogEnd.NONE, List.of(), progress);
    }

    private LogWalk walk(LogEnd end, List<Checkpoint> signed) throws SQLException {
        List<Checkpoint> checkpoints = new ArrayList<>(signed);
        checkpoints.add(end.checkpoint());
        checkpoints.sort(Comparator.comparingLong(Checkpoint::position)); // stable: what is signed comes first
        LogWalk walk = new LogWalk(end, checkpoints, progress);
        Optional<Misfit> misfit;
        try (LogScan scan = LogScan.open(connection)) {
            misfit = walk.firstMisfit(scan);
        }
        if (misfit.isPresent()) {
            findings.add(new Diagnosis(connection, checkpoints, walk.fitting()).of(misfit.get()));
        } else if (walk.position() > 0 && !walk.committedAt().equals(end.committedAt())) {
            findings.add(Finding.of(
                    Kind.LOG_HEAD,
                    "the table event_log_head says that the last event was committed at " + end.committedAt()
                            + ", but it was at " + walk.committedAt()));
        }
        return walk;
    }

    private List<String> notes(LogWalk walk, HeadJudgement judgement) {
        List<String> notes = new ArrayList<>(evidence.notes());
        long behind = walk.position() - walk.fitting().position();
        if (walk.position() == 0) {
            notes.add("The log is empty.");
        } else if (judgement.valid().isEmpty()) {
            notes.add("No signed head vouches for the log: it was compared with itself only.");
        } else if (evidence.heads().isEmpty()) {
            notes.add("All signed heads are from the database itself: whoever can change it can take heads away unseen."
                    + " Give those that were kept elsewhere by --heads.");
        }
        if (!judgement.valid().isEmpty() && behind > 0) {
            notes.add("No head vouches yet for the last " + behind + " events, from position "
                    + (walk.fitting().position() + 1)
                    + " on: a server signs them within its carat.chain.sign-every, or when it stops.");
        }
        return notes;
    }
}
