package io.carat.ops.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a log is told of that nobody has touched, or of which nothing can be told. */
class ChainCheckTest extends SignedLogScene {

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
