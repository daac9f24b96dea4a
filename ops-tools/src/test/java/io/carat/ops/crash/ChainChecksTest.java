package io.carat.ops.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.signedhead.ChainFolder;
import io.carat.ops.verify.LogUnderAttack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of hashes and signed heads, on a log that the engine has written. */
class ChainChecksTest {

    private static final String CHAIN = "every event fits the hash chain, and the chain every signed head: ";

    @TempDir
    Path data;

    private LogUnderAttack attacked;
    private LogUnderTest log;

    @BeforeEach
    void threeSignedEvents() throws SQLException, IOException {
        attacked = new LogUnderAttack(data);
        attacked.append("a", "b").sign().append("a").sign();
        log = new LogUnderTest(attacked.url(), attacked.username(), attacked.password(), List.of(data));
    }

    @AfterEach
    void close() {
        attacked.close();
    }

    @Test
    void acceptsWhatTheEngineHasWritten() throws SQLException {
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsATamperedPayloadByTheChainAlone() throws SQLException {
        attacked.attack("UPDATE domain_event SET payload = payload || ' ' WHERE position = 3");
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith(CHAIN + "position 3, event 1 of stream a, provider.registered.v1: its payload");
    }

    @Test
    void findsAForgedHead() throws SQLException {
        attacked.attack("UPDATE signed_head SET signature = decode('00', 'hex') WHERE position = 2");
        assertThat(faults()).singleElement().asString().startsWith(CHAIN + "the head for position 2 in the table");
    }

    @Test
    void findsEventsThatWereLostBehindAHeadThatANodeHasKept() throws SQLException {
        attacked.attack("DELETE FROM domain_event WHERE position = 3", "DELETE FROM signed_head WHERE position = 3");
        attacked.rehash();
        assertThat(faults()).singleElement().asString().startsWith(CHAIN).contains("chain/heads.jsonl");
    }

    @Test
    void findsAnEndThatNobodySigns() throws SQLException, IOException {
        attacked.append("b");
        assertThat(new EndSigned(Duration.ofMillis(1)).faults(log))
                .containsExactly("the last head is not that of the last event after 0 s: position 3 instead of 4");
        attacked.sign();
        assertThat(new EndSigned(Duration.ofMillis(1)).faults(log)).isEmpty();
    }

    @Test
    void findsAKeyThatNoNodeHas() throws SQLException, IOException {
        Files.move(ChainFolder.in(data).keys(), data.resolve("away"));
        assertThat(faults()).singleElement().asString().contains("is not among the public keys");
    }

    private List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        for (LogCheck check : LogChecks.ALL) {
            check.faults(log).forEach(fault -> faults.add(check.name() + ": " + fault));
        }
        return faults;
    }
}
