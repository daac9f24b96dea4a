package io.carat.ops.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.client.Answer;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.LedgerReads;
import io.carat.ops.client.MoneyRequest;
import io.carat.ops.client.Patience;
import io.carat.ops.client.WalletRef;
import io.carat.ops.fake.FakeServer;
import io.carat.ops.fake.Fault;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPlayerTest {

    private static final int REQUESTS = 400;

    @Test
    void asksTheSameForTheSameSeedAndRun() throws IOException {
        List<String> once = requests(1, "a");

        assertThat(once).hasSizeGreaterThan(REQUESTS).isEqualTo(requests(1, "a"));
    }

    @Test
    void asksOtherwiseForAnotherSeedAndNeverReusesAnIdInAnotherRun() throws IOException {
        assertThat(requests(1, "a")).isNotEqualTo(requests(2, "a"));
        assertThat(requests(1, "a")).doesNotContainAnyElementsOf(requests(1, "b"));
    }

    @Test
    void mayRepeatARunThatWasGivenAnId() throws IOException {
        try (FakeServer server = new FakeServer(Fault.NONE)) {
            play(server, 1, "again");
            int asked = server.requests().size();
            play(server, 1, "again");

            List<String> all = server.requests();
            assertThat(all.subList(asked, all.size())).isEqualTo(all.subList(0, asked));
        }
    }

    private static List<String> requests(long seed, String run) throws IOException {
        try (FakeServer server = new FakeServer(Fault.NONE)) {
            play(server, seed, run);
            return server.requests();
        }
    }

    private static void play(FakeServer server, long seed, String run) {
        DemoOptions options = new DemoOptions(1, 1, 1, seed, run, true, "acme", "KRW", 0);
        try (LedgerClient client = new LedgerClient(server.access())) {
            CountingExchange exchange = new CountingExchange(client);
            new DemoPlayer(options, 0, new LedgerReads(client, Patience.NONE).topology(), exchange)
                    .play(() -> exchange.count > REQUESTS);
        }
    }

    private static final class CountingExchange implements Exchange {
        private final LedgerClient client;
        private int count;

        CountingExchange(LedgerClient client) {
            this.client = client;
        }

        @Override
        public Answer send(MoneyRequest request) {
            count++;
            return client.post(request);
        }

        @Override
        public Answer read(WalletRef wallet) {
            return LedgerReads.snapshot(client, wallet, Patience.NONE);
        }
    }
}
