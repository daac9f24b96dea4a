package io.carat.ops.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.verify.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events whose columns, place in time or stream were changed. */
class ChangedEventTest extends SignedLogScene {

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
    @ValueSource(strings = {"sequence = sequence + 6", "stream_id = 'z'"})
    void saysNothingOfTimesThatAreWhatTheyWere(String change) throws Exception {
        log.attack("UPDATE domain_event SET " + change + " WHERE position = 5");

        assertThat(first().kind()).isEqualTo(Kind.SEQUENCE);
        assertThat(first().position()).isEqualTo(5);
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
}
