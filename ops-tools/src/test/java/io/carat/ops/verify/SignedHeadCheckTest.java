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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which signed heads are believed. */
class SignedHeadCheckTest extends SignedLogScene {

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
}
