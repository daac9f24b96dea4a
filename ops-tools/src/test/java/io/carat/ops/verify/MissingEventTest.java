package io.carat.ops.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.verify.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that were taken out, cut off or put in. */
class MissingEventTest extends SignedLogScene {

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

    @Test
    void seesAnEndThatWasCutOffThoughTheLogsHashWasLeft() throws Exception {
        log.attack("DELETE FROM domain_event WHERE position > 12", "UPDATE event_log_head SET last_position = 12");

        Finding finding = first();
        assertThat(finding.kind()).as(finding.toString()).isEqualTo(Kind.MISSING);
        assertThat(finding.position()).isEqualTo(13);
        assertThat(finding.problem()).startsWith("the log ends at position 12, but there is the head signed at");
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
}
