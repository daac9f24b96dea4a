package io.carat.ops.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.client.LedgerClient;
import io.carat.ops.fake.FakeServer;
import io.carat.ops.fake.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoRunTest {

    @Test
    void everyAnswerIsAsThePlayersExpect() throws Exception {
        try (FakeServer server = new FakeServer(Fault.NONE)) {
            List<DemoProgress> progress = new ArrayList<>();

            DemoReport report = run(server, Journal.none(), progress);

            assertThat(report.examples()).isEmpty();
            assertThat(report.ok()).isTrue();
            assertThat(report.refused()).containsKeys("INSUFFICIENT_FUNDS", "ALREADY_ROLLED_BACK");
            assertThat(report.replays()).isPositive();
            assertThat(report.requests()).isEqualTo(progress.getLast().requests());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NO_REPLAY_HEADER, a duplicate was not replayed",
        "PAYOUT_ONE_SHORT, paid",
        "PAYOUT_NOT_CREDITED, the wallet holds",
        "OVERDRAFT_ALLOWED, not 422 INSUFFICIENT_FUNDS",
        "CONNECTION_LOST_ONCE, was lost before an answer came"
    })
    void failsWhenARuleIsBroken(Fault fault, String example) throws Exception {
        try (FakeServer server = new FakeServer(fault)) {
            DemoReport report = run(server, Journal.none(), new ArrayList<>());

            assertThat(report.ok()).isFalse();
            assertThat(report.examples()).anyMatch(line -> line.contains(example));
        }
    }

    @Test
    void findsTheJournalledAnswersAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("journal.jsonl");
        try (FakeServer server = new FakeServer(Fault.NONE);
                LedgerClient client = new LedgerClient(server.access())) {
            try (Journal journal = Journal.to(file)) {
                run(server, journal, new ArrayList<>());
            }

            JournalReport report = new JournalCheck(client).run(file);

            assertThat(report.examples()).isEmpty();
            assertThat(report.ok()).isTrue();
            assertThat(report.checked()).isPositive().isEqualTo(report.same());
        }
    }

    @Test
    void reportsAJournalledRequestThatIsLost(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("journal.jsonl");
        try (FakeServer server = new FakeServer(Fault.NONE);
                LedgerClient client = new LedgerClient(server.access())) {
            try (Journal journal = Journal.to(file)) {
                run(server, journal, new ArrayList<>());
            }
            server.forget(
                    JournalEntry.parse(Files.readAllLines(file).getFirst()).key());
            Files.writeString(file, "{\"method\": \"PO", StandardOpenOption.APPEND);

            JournalReport report = new JournalCheck(client).run(file);

            assertThat(report.ok()).isFalse();
            assertThat(report.lost()).isPositive();
        }
    }

    private static DemoReport run(FakeServer server, Journal journal, List<DemoProgress> progress)
            throws IOException, InterruptedException {
        DemoOptions options = new DemoOptions(10, 2, 2_000, 7, "test", false, "acme", "KRW", 0);
        try (LedgerClient client = new LedgerClient(server.access())) {
            return new DemoRun(client, options, journal).run(progress::add);
        }
    }
}
