package io.carat.ops.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.LedgerReads;
import io.carat.ops.client.Patience;
import io.carat.ops.client.WalletRef;
import io.carat.ops.fake.FakeServer;
import io.carat.ops.fake.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalBooksTest {

    private static final DemoOptions OPTIONS = new DemoOptions(10, 2, 2_000, 7, "test", false, "acme", "KRW", 0);

    @TempDir
    Path folder;

    @Test
    void addUpToWhatTheServerHas() throws Exception {
        Map<String, Long> wallets = wallets(Fault.NONE);
        assertThat(wallets).isNotEmpty().isEqualTo(books().totals());
    }

    @Test
    void countARepeatedJournalOnce() throws Exception {
        wallets(Fault.NONE);
        assertThat(JournalBooks.of(List.of(file(), file())).totals()).isEqualTo(books().totals());
    }

    @Test
    void differFromAServerThatDidNotDoWhatItAnswered() throws Exception {
        Map<String, Long> wallets = wallets(Fault.PAYOUT_NOT_CREDITED);
        assertThat(wallets).isNotEqualTo(books().totals());
    }

    @Test
    void refuseACommandTheyDoNotKnow() throws Exception {
        Files.writeString(file(), """
            {"method": "POST", "path": "/v2/gifts", "key": "k", "body": "{}", "status": 200, "answer": {}}
            """);
        assertThatIllegalStateException().isThrownBy(this::books).withMessageContaining("/v2/gifts");
    }

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    private JournalBooks books() {
        return JournalBooks.of(List.of(file()));
    }

    /** Plays on a fake server; what its players have at the end, available and held. */
    private Map<String, Long> wallets(Fault fault) throws Exception {
        try (FakeServer server = new FakeServer(fault);
                LedgerClient client = new LedgerClient(server.access())) {
            try (Journal journal = Journal.to(file())) {
                new DemoRun(client, OPTIONS, journal).run(progress -> {});
            }
            Map<String, Long> wallets = new TreeMap<>();
            for (int player = 0; player < OPTIONS.players(); player++) {
                WalletRef wallet = OPTIONS.wallet(player);
                wallets.put(
                        wallet.playerId(),
                        new LedgerReads(client, Patience.NONE)
                                .wallet(wallet).buckets().stream()
                                        .filter(bucket -> !bucket.type().equals("POINTS"))
                                        .mapToLong(bucket -> bucket.available() + bucket.held())
                                        .sum());
            }
            return wallets;
        }
    }
}
