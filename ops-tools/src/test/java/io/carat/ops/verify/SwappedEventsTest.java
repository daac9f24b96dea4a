package io.carat.ops.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.verify.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that changed places. */
class SwappedEventsTest extends SignedLogScene {

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

    @Test
    void namesSwappedEventsOfOneCommitAlsoWhenAllRowsWereWrittenAgain() throws Exception {
        log.swap(10, 12);
        log.attack("UPDATE domain_event SET position = position"); // as a restored dump looks

        assertThat(first().problem()).startsWith("positions 10 and 12 are swapped");
    }
}
