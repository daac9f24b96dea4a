package io.carat.ops.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.signedhead.ChainFolder;
import io.carat.core.signedhead.SignedHead;
import io.carat.core.signedhead.SigningKey;
import io.carat.ops.verify.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a thief may do to a log, and what is said of it. */
class ChainCheckTest {

    @TempDir
    Path data;

    private LogUnderAttack log;

    /** Positions 1 to 3, 4 to 6, 7, 8, 9 (signed), 10 to 12, 13, 14 to 16, 17, 18 (signed), 19, 20. */
    @BeforeEach
    void open() throws Exception {
        log = new LogUnderAttack(data);
        log.append("a", "b", "c").append("a", "b", "a").append("c").append("a").append("b");
        log.sign();
        log.append("a", "b", "c").append("d").append("a", "a", "b").append("c").append("a");
        log.sign();
        log.append("b").append("e");
    }

    @AfterEach
    void close() {
        log.close();
    }

    private Finding first() throws SQLException {
        ChainReport report = log.check();
        assertThat(report.ok()).isFalse();
        return report.findings().getFirst();
    }

    private static void assertEvent(Finding finding, Kind kind, long position, String stream, long sequence) {
        assertThat(finding.kind()).as(finding.toString()).isEqualTo(kind);
        assertThat(finding.position()).isEqualTo(position);
        assertThat(finding.stream()).isEqualTo(stream);
        assertThat(finding.sequence()).isEqualTo(sequence);
    }

    @Test
    void passesALogThatNobodyTouched() throws Exception {
        ChainReport report = log.check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.ok()).isTrue();
        assertThat(report.events()).isEqualTo(20);
        assertThat(report.streams()).isEqualTo(5);
        assertThat(report.heads()).isEqualTo(2);
        assertThat(report.logHash()).isEqualTo(log.text("SELECT encode(log_hash, 'hex') FROM event_log_head"));
        assertThat(report.notes())
                .containsExactly("No head vouches yet for the last 2 events, from position 19 on: a server signs them"
                        + " within its carat.chain.sign-every, or when it stops.");
    }

    @Test
    void passesAnEmptyLog() throws Exception {
        try (LogUnderAttack empty = new LogUnderAttack(data.resolve("empty"))) {
            ChainReport report = empty.check();

            assertThat(report.ok()).isTrue();
            assertThat(report.events()).isZero();
            assertThat(report.notes()).containsExactly("The log is empty.");
        }
    }

    @Test
    void passesALogThatIsBeingWritten() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> {
            while (!enough.get()) {
                log.append("a", "f", "b");
            }
        });
        try {
            for (int round = 0; round < 10; round++) {
                assertThat(log.check().findings()).isEmpty();
            }
        } finally {
            enough.set(true);
            writer.join();
        }
    }

    @Test
    void namesTheEventWhosePayloadHasAnotherByte() throws Exception {
        log.attack("UPDATE domain_event SET payload = replace(payload, 'payload 2', 'payload 3') WHERE position = 6");

        Finding finding = first();
        assertEvent(finding, Kind.CONTENT, 6, "a", 2);
        assertThat(finding.event()).isEqualTo("provider.registered.v1");
        assertThat(finding.problem()).startsWith("its payload does not match its hash");
        assertThat(log.check().events()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stream_type = 'other'",
                "event_id = gen_random_uuid()",
                "event_name = 'game.registered.v1'",
                "revision = '2'",
                "revision = ''",
                "occurred_at = occurred_at + interval '1 microsecond'",
                "metadata = metadata || ' '",
                "hash = sha256('x')",
                "hash = '\\x00'"
            })
    void namesTheEventWithAnotherColumn(String change) throws Exception {
        log.attack("UPDATE domain_event SET " + change + " WHERE position = 8");

        assertEvent(first(), Kind.CONTENT, 8, "a", 3);
    }

    @Test
    void namesTheEventThatWasMovedToAnotherStream() throws Exception {
        log.attack("UPDATE domain_event SET stream_id = 'z' WHERE position = 8");

        Finding finding = first();
        assertEvent(finding, Kind.SEQUENCE, 8, "z", 3);
        assertThat(finding.problem()).isEqualTo("event 0 of its stream must come here, not event 3");
    }

    @ParameterizedTest
    @CsvSource({"1, a, 0", "5, b, 1", "13, d, 0", "16, b, 4", "20, e, 0"})
    void namesAPositionThatIsMissing(long position, String stream, long sequence) throws Exception {
        log.attack("DELETE FROM domain_event WHERE position = " + position);

        Finding finding = first();
        assertEvent(finding, Kind.MISSING, position, stream, sequence);
        assertThat(finding.problem()).isEqualTo("position " + position + " is missing");
    }

    @Test
    void namesPositionsThatAreMissing() throws Exception {
        log.attack("DELETE FROM domain_event WHERE position BETWEEN 7 AND 9");

        Finding finding = first();
        assertThat(finding.kind()).isEqualTo(Kind.MISSING);
        assertThat(finding.problem()).isEqualTo("positions 7 to 9 are missing");
        assertThat(finding.position()).isEqualTo(7);
        assertThat(finding.toPosition()).isEqualTo(9);
    }

    @Test
    void seesThatTheLogEndsBeforeASignedHead() throws Exception {
        log.attack("DELETE FROM domain_event WHERE position >= 17");
        log.rehash();

        Finding finding = first();
        assertThat(finding.kind()).isEqualTo(Kind.MISSING);
        assertThat(finding.problem())
                .startsWith("the log ends at position 16, but there is the head signed at 20")
                .contains("for position 18");
    }

    @Test
    void seesAnEventThatWasCutOutAndTheRestMovedUp() throws Exception {
        log.attack("DELETE FROM domain_event WHERE position = 13");
        log.shift(14, -1);
        log.rehash();

        assertRewritten(10, 18);
    }

    private void assertRewritten(long from, long to) throws SQLException {
        Finding finding = first();
        assertThat(finding.kind()).as(finding.toString()).isEqualTo(Kind.REWRITTEN);
        assertThat(finding.position()).isEqualTo(from);
        assertThat(finding.toPosition()).isEqualTo(to);
        assertThat(finding.problem())
                .contains("positions " + from + " to " + to + " are not what the head signed at 20")
                .contains("for position " + to);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, a, b", // one commit, different streams: every event and every time still fits
        "10, 12, a, c",
        "14, 15, a, a", // one stream
        "6, 7, a, c", // across commits
        "8, 13, a, d",
        "2, 20, b, e"
    })
    void namesBothEventsThatWereSwapped(long first, long second, String one, String other) throws Exception {
        log.swap(first, second);

        Finding finding = first();
        assertThat(finding.kind()).as(finding.toString()).isEqualTo(Kind.SWAPPED);
        assertThat(finding.position()).isEqualTo(first);
        assertThat(finding.stream()).isEqualTo(other);
        assertThat(finding.problem()).startsWith("positions " + first + " and " + second + " are swapped");
    }

    @ParameterizedTest
    @CsvSource({"8, 13, a, d", "2, 20, b, e"})
    void namesBothEventsThatWereSwappedUnderTheTimesOfTheirPlaces(long first, long second, String one, String other)
            throws Exception {
        log.swap(first, second);
        log.attack("UPDATE domain_event AS event SET committed_at = other.committed_at FROM domain_event AS other"
                + " WHERE (event.position, other.position) IN ((" + first + ", " + second + "), (" + second + ", "
                + first
                + "))");

        Finding finding = first();
        assertThat(finding.kind()).as(finding.toString()).isEqualTo(Kind.SWAPPED);
        assertThat(finding.problem()).startsWith("positions " + first + " and " + second + " are swapped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence = sequence + 6", "stream_id = 'z'"})
    void saysNothingOfTimesThatAreWhatTheyWere(String change) throws Exception {
        log.attack("UPDATE domain_event SET " + change + " WHERE position = 5");

        assertThat(first().kind()).isEqualTo(Kind.SEQUENCE);
        assertThat(first().position()).isEqualTo(5);
    }

    @Test
    void seesAnEndThatWasCutOffThoughTheLogsHashWasLeft() throws Exception {
        log.attack("DELETE FROM domain_event WHERE position > 12", "UPDATE event_log_head SET last_position = 12");

        Finding finding = first();
        assertThat(finding.kind()).as(finding.toString()).isEqualTo(Kind.MISSING);
        assertThat(finding.position()).isEqualTo(13);
        assertThat(finding.problem()).startsWith("the log ends at position 12, but there is the head signed at");
    }

    @Test
    void namesSwappedEventsOfOneCommitAlsoWhenAllRowsWereWrittenAgain() throws Exception {
        log.swap(10, 12);
        log.attack("UPDATE domain_event SET position = position"); // as a restored dump looks

        assertThat(first().problem()).startsWith("positions 10 and 12 are swapped");
    }

    @Test
    void seesAnEventThatWasAdded() throws Exception {
        log.attack("""
            INSERT INTO domain_event SELECT 21, committed_at, hash, stream_type, 'x', 0, event_id, event_name, revision,
                   occurred_at, payload, metadata FROM domain_event WHERE position = 20\
            """);

        assertEvent(first(), Kind.CONTENT, 21, "x", 0);
        String hash = log.text("SELECT encode(log_hash, 'hex') FROM event_log_head");
        log.rehash();
        log.attack("UPDATE event_log_head SET last_position = 20, log_hash = '\\x" + hash + "'");
        Finding finding = first();
        assertEvent(finding, Kind.BEYOND_THE_END, 21, "x", 0);
        assertThat(finding.problem()).contains("says that the log ends at position 20, but it goes on");
    }

    @Test
    void seesAnEventThatWasSlippedIn() throws Exception {
        log.shift(14, 1);
        log.attack("""
            INSERT INTO domain_event SELECT 14, committed_at, hash, stream_type, 'x', 0, event_id, event_name, revision,
                   occurred_at, payload, metadata FROM domain_event WHERE position = 13\
            """);
        log.rehash();

        assertRewritten(10, 18);
    }

    @Test
    void seesAStreamThatWasHashedAnewOnlyByTheHeadsThatWereKept() throws Exception {
        log.attack("UPDATE domain_event SET payload = replace(payload, 'payload 2', 'payload 3') WHERE position = 12");
        log.rehash();

        assertRewritten(10, 18);
        assertThat(first().hint())
                .isEqualTo("the database wrote position 12 (event 2 of stream c) again, after its neighbours");
        log.attack("DELETE FROM signed_head");
        assertRewritten(10, 18);
        ChainReport without = log.check(Evidence.of(List.of(), List.of()));
        assertThat(without.ok()).as("what nobody has kept nobody can prove").isTrue();
        assertThat(without.notes())
                .containsExactly("No signed head vouches for the log: it was compared with itself only.");
    }

    @Test
    void seesAStreamThatWasHashedAnewWithoutTheLogsHead() throws Exception {
        String hash = log.text("SELECT encode(log_hash, 'hex') FROM event_log_head");
        log.attack("UPDATE domain_event SET metadata = '{ }' WHERE position = 20");
        log.rehash();
        log.attack("UPDATE event_log_head SET log_hash = '\\x" + hash + "'");

        Finding finding = first();
        assertThat(finding.kind()).isEqualTo(Kind.REWRITTEN);
        assertThat(finding.problem()).contains("positions 19 to 20 are not what the table event_log_head says");
        assertThat(finding.position()).isEqualTo(19);
    }

    @Test
    void namesTheEventWhoseCommitTimeWasChanged() throws Exception {
        log.attack("UPDATE domain_event SET committed_at = committed_at - interval '1 hour' WHERE position = 7");
        assertEvent(first(), Kind.COMMIT_TIME, 7, "c", 1);
        assertThat(first().problem()).contains("is before that of the event in front of it");

        log.attack("UPDATE domain_event SET committed_at = committed_at + interval '1 hour' WHERE position = 7");
        assertThat(log.check().ok()).isTrue();
        log.attack("UPDATE domain_event SET committed_at = committed_at + interval '1 microsecond' WHERE position = 6");
        Finding finding = first();
        assertEvent(finding, Kind.COMMIT_TIME, 6, "a", 2);
        assertThat(finding.problem()).startsWith("its commit time was changed: the log fits when it is 20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version = version - 1",
                "version = version + 1",
                "first_position = first_position + 1",
                "last_position = last_position + 1",
                "last_hash = sha256('x')"
            })
    void namesAStreamWhoseHeadWasChanged(String change) throws Exception {
        log.attack("UPDATE stream_head SET " + change + " WHERE stream_id = 'c'");

        Finding finding = first();
        assertEvent(finding, Kind.STREAM_HEAD, 17, "c", 3);
        assertThat(finding.problem()).startsWith("stream_head says version ");
    }

    @Test
    void seesStreamHeadsThatAreMissingOrOfNoStream() throws Exception {
        log.attack("CREATE TABLE aside AS SELECT * FROM stream_head WHERE stream_id = 'd'");
        log.attack("DELETE FROM stream_head WHERE stream_id = 'd'");
        assertEvent(first(), Kind.STREAM_HEAD, 13, "d", 0);

        log.attack("INSERT INTO stream_head SELECT 'no such stream', stream_type, 0, 1, 1, last_hash FROM aside");
        assertThat(first().problem()).isEqualTo("stream_head knows a stream without events: no such stream");
    }

    @Test
    void seesThatTheLogsHeadWasChanged() throws Exception {
        log.sign();
        log.attack("UPDATE event_log_head SET log_hash = sha256('x')");
        assertThat(first().problem())
                .startsWith(
                        "the table event_log_head has another log hash than the log, which fits the head signed at");
        log.rehash();
        log.attack("UPDATE event_log_head SET last_committed_at = last_committed_at + interval '1 second'");
        assertThat(first().problem()).contains("says that the last event was committed at");
        log.rehash();
        log.attack("UPDATE event_log_head SET last_position = 25");
        assertThat(first().problem()).isEqualTo("positions 21 to 25 are missing");
        log.attack("DELETE FROM event_log_head");
        assertThat(first().kind()).isEqualTo(Kind.LOG_HEAD);
    }

    @Test
    void seesHeadsThatWereForgedOrSignedByNobodyKnown() throws Exception {
        SigningKey thief = SigningKey.of(data.resolve("thief.pem"));
        SignedHead forged = new SignedHead(
                20,
                Hash.ZERO,
                Instant.now(),
                log.key.id(),
                thief.sign(20, Hash.ZERO, Instant.now()).signature());
        ChainFolder.in(data).heads().append(forged);
        ChainFolder.in(data).heads().append(thief.sign(20, Hash.ZERO, Instant.now()));
        log.attack("UPDATE signed_head SET signature = '\\x00' WHERE position = 9");

        assertThat(log.check().findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.FORGED_HEAD, Kind.FORGED_HEAD, Kind.UNKNOWN_KEY);
        assertThat(log.check().findings())
                .extracting(Finding::problem)
                .anyMatch(problem -> problem.contains("position 20 in line 3 of"))
                .anyMatch(problem -> problem.contains("position 9 in the table signed_head was not signed by the key"))
                .anyMatch(problem -> problem.contains("(1 in all, the first for position 20 in line 4 of"));
        assertThat(log.check().events()).as("what is true of the rest").isEqualTo(20);
    }

    @Test
    void countsAHeadsHashInTheTableOnlyIfItIsOne() throws Exception {
        log.attack("UPDATE signed_head SET log_hash = '\\x00' WHERE position = 9");

        assertThat(first().kind()).isEqualTo(Kind.FORGED_HEAD);
    }

    @Test
    void doesNotBelieveHeadsWithoutTheirKeys() throws Exception {
        ChainReport report = log.check(Evidence.of(List.of(), List.of()));

        assertThat(report.ok()).isFalse();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.UNKNOWN_KEY);
            assertThat(finding.problem())
                    .startsWith("the key " + log.key.id() + " is not among the public keys")
                    .endsWith("(2 in all, the first for position 9 in the table signed_head)");
        });
    }

    @Test
    void tellsTornLinesFromOnesThatSomebodyWrote() throws Exception {
        Path heads = ChainFolder.in(data).heads().path();
        write(heads, "{\"position\":18");
        ChainReport torn = log.check();
        assertThat(torn.ok()).isTrue();
        assertThat(torn.notes())
                .anyMatch(note -> note.startsWith("line 3 of " + heads + " was not written to the end"));

        write(heads, "}\n");
        assertThat(first().kind()).isEqualTo(Kind.UNREADABLE_HEAD);
    }

    @Test
    void refusesAFileWithoutASingleHead() throws Exception {
        Path other = Files.writeString(data.resolve("some.log"), "a line\nanother line\n");

        ChainReport report = log.check(
                Evidence.of(List.of(other), List.of(ChainFolder.in(data).keys())));

        assertThat(report.ok()).isFalse();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.UNREADABLE_HEAD);
            assertThat(finding.problem()).isEqualTo("no line of " + other + " is a signed head");
        });
    }

    @Test
    void saysThatNothingWasKeptOutsideTheDatabase() throws Exception {
        ChainReport report =
                log.check(Evidence.of(List.of(), List.of(ChainFolder.in(data).keys())));

        assertThat(report.ok()).isTrue();
        assertThat(report.notes()).anyMatch(note -> note.startsWith("All signed heads are from the database itself"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    @Test
    void seesThatAPartitionWasDetached() throws Exception {
        log.attack("ALTER TABLE domain_event DETACH PARTITION domain_event_p0");

        Finding finding = first();
        assertThat(finding.problem()).isEqualTo("positions 1 to 20 are missing");
        assertThat(finding.hint())
                .isEqualTo("the table domain_event_p0 is no partition of domain_event: was it detached?");
    }

    @Test
    void seesAPositionThatNoEventCanHave() throws Exception {
        log.attack("UPDATE domain_event SET position = 0 WHERE position = 20");

        assertEvent(first(), Kind.POSITION, 0, "e", 0);
    }

    @Test
    void seesSnapshotsThatAreOfNoEvent() throws Exception {
        log.attack("""
            INSERT INTO aggregate_snapshot (stream_id, stream_type, revision, version, position, hash, payload)
            SELECT stream_id, stream_type, '1', sequence, position, hash, '{}' FROM domain_event WHERE position IN (8, 9)\
            """);
        assertThat(log.check().ok()).isTrue();
        assertThat(log.check().snapshots()).isEqualTo(2);

        for (String change :
                List.of("hash = sha256('x')", "position = 1000", "position = 7", "version = 9", "stream_id = 'z'")) {
            log.attack(
                    "CREATE TABLE aside AS SELECT * FROM aggregate_snapshot",
                    "UPDATE aggregate_snapshot SET " + change + " WHERE position = 8");
            assertThat(first().kind()).as(change).isEqualTo(Kind.SNAPSHOT);
            log.attack(
                    "DELETE FROM aggregate_snapshot",
                    "INSERT INTO aggregate_snapshot SELECT * FROM aside",
                    "DROP TABLE aside");
        }
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        List<Long> told = new ArrayList<>();
        try (var connection = log.database.dataSource().getConnection()) {
            ChainCheck.check(connection, Evidence.of(List.of(data)), told::add);
        }

        assertThat(told).as("a short log is silent").isEmpty();
    }
}
