package io.carat.ops.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.verify.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of streams and of the log that were changed, and streams hashed anew beneath them. */
class ChangedHeadTest extends SignedLogScene {

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
}
