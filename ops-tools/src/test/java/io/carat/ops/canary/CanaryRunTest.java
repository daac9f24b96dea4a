package io.carat.ops.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.WalletRef;
import io.carat.ops.fake.FakeServer;
import io.carat.ops.fake.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryRunTest {

    private static final WalletRef CANARY = new WalletRef("acme", "canary", "KRW");

    @Test
    void goesAllTheWayRound() throws IOException {
        try (FakeServer server = new FakeServer(Fault.NONE)) {
            List<CanaryStep> told = new ArrayList<>();

            CanaryReport report = run(server, told);

            assertThat(report.reason()).isNull();
            assertThat(told).isEqualTo(report.steps()).allMatch(CanaryStep::ok);
            assertThat(told.stream().map(CanaryStep::what))
                    .containsExactly(
                            "wallet",
                            "deposit",
                            "duplicate",
                            "mismatch",
                            "activation",
                            "authorize",
                            "settle",
                            "withdraw",
                            "approve",
                            "pay",
                            "paid",
                            "ledger",
                            "kept");
        }
    }

    @Test
    void endsEveryRunWithTheSameBalances() throws IOException {
        try (FakeServer server = new FakeServer(Fault.NONE)) {
            CanaryReport first = run(server, new ArrayList<>());
            CanaryReport second = run(server, new ArrayList<>());

            assertThat(second.ok()).isTrue();
            assertThat(second.run()).isNotEqualTo(first.run());
            assertThat(second.balances()).isEqualTo(first.balances());
            assertThat(first.balances().stream()
                            .mapToLong(bucket -> bucket.available())
                            .sum())
                    .isEqualTo(CanaryRun.KEPT);
        }
    }

    @Test
    void asksAgainUnderTheSameKeyWhenTheConnectionIsLost() throws IOException {
        try (FakeServer server = new FakeServer(Fault.CONNECTION_LOST_ONCE)) {
            CanaryReport report = run(server, new ArrayList<>());

            assertThat(report.reason()).isNull();
            assertThat(server.requests().get(1)).isEqualTo(server.requests().getFirst());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NO_REPLAY_HEADER, duplicate, without Idempotent-Replayed",
        "MISMATCH_ACCEPTED, mismatch, the same key with another amount answered 200",
        "PAYOUT_ONE_SHORT, settle, payout 12000 was credited as",
        "PAYOUT_NOT_CREDITED, settle, must be 12000",
        "NO_SWEEP, settle, SPORTS_NORMAL is 12000",
        "LEDGER_TIP_OFF, ledger, its ledger tip 1000 held 1",
        "LEDGER_ROW_MISSING, ledger, must start at"
    })
    void failsAtTheStepWhereARuleIsBroken(Fault fault, String step, String reason) throws IOException {
        try (FakeServer server = new FakeServer(fault)) {
            CanaryReport report = run(server, new ArrayList<>());

            assertThat(report.ok()).isFalse();
            assertThat(report.steps().getLast().what()).isEqualTo(step);
            assertThat(report.steps().getLast().ok()).isFalse();
            assertThat(report.reason()).contains(reason);
        }
    }

    private static CanaryReport run(FakeServer server, List<CanaryStep> told) {
        try (LedgerClient client = new LedgerClient(server.access())) {
            return new CanaryRun(client, CANARY, told::add).run();
        }
    }
}
