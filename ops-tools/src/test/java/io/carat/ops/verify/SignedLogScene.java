package io.carat.ops.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.verify.Finding.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A log as it was signed, before somebody does something to it. */
abstract class SignedLogScene {

    @TempDir
    Path data;

    LogUnderAttack log;

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

    Finding first() throws SQLException {
        ChainReport report = log.check();
        assertThat(report.ok()).isFalse();
        return report.findings().getFirst();
    }

    static void assertEvent(Finding finding, Kind kind, long position, String stream, long sequence) {
        assertThat(finding.kind()).as(finding.toString()).isEqualTo(kind);
        assertThat(finding.position()).isEqualTo(position);
        assertThat(finding.stream()).isEqualTo(stream);
        assertThat(finding.sequence()).isEqualTo(sequence);
    }

    void assertRewritten(long from, long to) throws SQLException {
        Finding finding = first();
        assertThat(finding.kind()).as(finding.toString()).isEqualTo(Kind.REWRITTEN);
        assertThat(finding.position()).isEqualTo(from);
        assertThat(finding.toPosition()).isEqualTo(to);
        assertThat(finding.problem())
                .contains("positions " + from + " to " + to + " are not what the head signed at 20")
                .contains("for position " + to);
    }
}
