package io.carat.api.scenario;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.carat.api.scenario.StandInPsp.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.carat.core.testing.TestDatabase;
import io.carat.projection.ProcessorLag;
import io.carat.projection.reconciliation.Reconciliation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Withdrawals through a payment provider (rule book §7), case 38 among them. */
class WithdrawalPaymentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final StandInPsp PSP = new StandInPsp();
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.node(DATABASE, PSP.settings());
    }

    @AfterAll
    static void stop() {
        server.close();
        PSP.close();
        DATABASE.close();
    }

    @Test
    void isPaidByTheAnswer() {
        Player player = rich();
        Answer withdrawal = approved(player);
        PSP.whenPaying(withdrawal, says(withdrawal, "PAID"));
        player.move(withdrawal, "pay").ok();
        ends(player, withdrawal, "PAID");
        player.has("WITHDRAWABLE 6000");
        assertThat(PSP.sent(withdrawal)).isEqualTo(1);
    }

    @Test
    void isPaidByACallback() {
        Player player = rich();
        Answer withdrawal = approved(player);
        PSP.whenPaying(withdrawal, says(withdrawal, "PENDING"));
        PSP.whenAsked(withdrawal, says(withdrawal, "PENDING"));
        player.move(withdrawal, "pay").ok();
        await().atMost(PATIENCE).until(() -> PSP.asked(withdrawal) > 0);
        assertThat(status(player, withdrawal)).isEqualTo("PAYING");
        player.has("WITHDRAWABLE 6000+4000");

        assertThat(PSP.callback(server, withdrawal, "PENDING").ok().text("effect"))
                .isEqualTo("NOTED");
        assertThat(PSP.callback(server, withdrawal, "PAID").ok().text("effect")).isEqualTo("CONCLUDED");
        assertThat(status(player, withdrawal)).isEqualTo("PAID");
        player.has("WITHDRAWABLE 6000");
        assertThat(PSP.callback(server, withdrawal, "PAID").ok().text("effect")).isEqualTo("REPEATED");
        assertThat(PSP.callback(server, withdrawal, "PENDING").ok().text("effect"))
                .isEqualTo("NOTED");
        player.has("WITHDRAWABLE 6000");
        assertThat(PSP.sent(withdrawal)).isEqualTo(1);
    }

    @Test
    void aDeclinedOneReleasesItsHold() {
        Player player = rich();
        Answer withdrawal = approved(player);
        PSP.whenPaying(withdrawal, says(withdrawal, "DECLINED"));
        player.move(withdrawal, "pay").ok();
        ends(player, withdrawal, "FAILED");
        player.has("WITHDRAWABLE 10000");
    }

    @Test
    void case38_aTimeOutThatIsLaterPaidIsOnePaymentAndClearsTheHold() {
        Player player = rich();
        Answer withdrawal = approved(player);
        PSP.whenPaying(withdrawal, says(withdrawal, "PAID").withFixedDelay(1_500));
        PSP.whenAsked(
                withdrawal,
                aResponse().withStatus(500),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withBody("{\"reference\":"),
                says(withdrawal, "PENDING"));
        player.move(withdrawal, "pay").ok();
        await().atMost(PATIENCE).until(() -> PSP.asked(withdrawal) >= 4);
        assertThat(status(player, withdrawal)).isEqualTo("PAYING");
        for (String step : List.of("paid", "fail", "reject", "cancel", "pay")) {
            player.move(withdrawal, step).refused(409, "WITHDRAWAL_STATE_CONFLICT");
        }
        player.has("WITHDRAWABLE 6000+4000");

        PSP.whenAsked(withdrawal, says(withdrawal, "PAID"));
        ends(player, withdrawal, "PAID");
        player.has("WITHDRAWABLE 6000");
        assertThat(PSP.sent(withdrawal)).isEqualTo(1);
        await().until(() -> server.bean(ProcessorLag.class).of("wallet-ledger") == 0);
        assertThat(server.bean(Reconciliation.class).run().drifts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void isSentAgainUnderItsKeyOnceTheProviderSaysThatItHasNone(Fault fault) {
        Player player = rich();
        Answer withdrawal = approved(player);
        PSP.whenPaying(withdrawal, aResponse().withFault(fault), says(withdrawal, "PAID"));
        PSP.whenAsked(withdrawal, says(withdrawal, "NOT_FOUND"));
        player.move(withdrawal, "pay").ok();
        ends(player, withdrawal, "PAID");
        player.has("WITHDRAWABLE 6000");
        assertThat(PSP.sent(withdrawal)).isEqualTo(2);
    }

    @Test
    void staysOpenWhileAnswersAreNone() {
        Player player = rich();
        Answer withdrawal = approved(player);
        PSP.whenPaying(withdrawal, aResponse().withStatus(409).withBody("{}"));
        PSP.whenAsked(withdrawal, aResponse().withStatus(404).withBody("<html>no such page</html>"));
        player.move(withdrawal, "pay").ok();
        await().atMost(PATIENCE).until(() -> PSP.asked(withdrawal) >= 3);
        assertThat(status(player, withdrawal)).isEqualTo("PAYING");
        assertThat(PSP.sent(withdrawal)).isEqualTo(1);
        assertThat(server.bean(MeterRegistry.class)
                        .get("saga_active")
                        .tag("saga", "withdrawal-payment")
                        .tag("stage", "asked")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(1);
        PSP.whenAsked(withdrawal, says(withdrawal, "DECLINED"));
        ends(player, withdrawal, "FAILED");
        player.has("WITHDRAWABLE 10000");
    }

    @Test
    void manyCallbacksAtOnceMoveTheMoneyOnce() throws Exception {
        Player player = rich();
        Answer withdrawal = paying(player);
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(() -> PSP.callback(server, withdrawal, "PAID")));
            }
        }
        List<String> effects = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            effects.add(answer.get().ok().text("effect"));
        }
        assertThat(effects).containsOnlyOnce("CONCLUDED").hasSize(16);
        player.has("WITHDRAWABLE 6000");
    }

    @ParameterizedTest
    @CsvSource({"PAID, DECLINED", "DECLINED, PAID"})
    void aCallbackThatContradictsTheEndIsRefusedAndCounted(String first, String second) {
        Player player = rich();
        Answer withdrawal = paying(player);
        PSP.callback(server, withdrawal, first).ok();
        String after = player.balances();
        double before = contradictions();
        PSP.callback(server, withdrawal, second).refused(409, "PAYMENT_CONTRADICTION");
        assertThat(contradictions()).isEqualTo(before + 1);
        player.has(after);
        PSP.callback(server, withdrawal, first).ok();
        player.has(after);
    }

    @Test
    void refusesCallbacksThatAreNotSigned() {
        Player player = rich();
        Answer withdrawal = paying(player);
        String body = StandInPsp.body(withdrawal, "PAID");
        PSP.callback(server, body, "t=1,v1=" + "0".repeat(64)).refused(401, "BAD_SIGNATURE");
        PSP.callback(server, body, "nonsense").refused(401, "BAD_SIGNATURE");
        player.has("WITHDRAWABLE 6000+4000");
    }

    @Test
    void refusesCallbacksAboutWhatItWasNeverAsked() {
        Player player = rich();
        Answer held = player.withdraw(1_000).ok();
        PSP.callback(server, held, "PAID").refused(404, "WITHDRAWAL_NOT_FOUND");
        PSP.callback(server, StandInPsp.body("nobody", 1, "PAID")).refused(404, "WITHDRAWAL_NOT_FOUND");
        player.has("WITHDRAWABLE 9000+1000");
        Answer withdrawal = paying(player);
        PSP.callback(server, StandInPsp.body(withdrawal.text("withdrawalId"), 4_001, "PAID"))
                .refused(409, "PAYMENT_CONTRADICTION");
        PSP.callback(server, "{\"reference\": \"w\"}").refused(400, "INVALID_REQUEST");
        PSP.callback(server, "").refused(400, "INVALID_REQUEST");
        player.has("WITHDRAWABLE 5000+5000");
    }

    @Test
    void anAdminSpeaksForAProviderThatIsSilent() {
        Player player = rich();
        Answer withdrawal = paying(player);
        String path = "/v2/withdrawals/" + withdrawal.text("withdrawalId") + "/paid";
        String body = "{\"paymentProviderId\": \"psp\"}";
        player.post(path, "operator", player.key(), body).refused(403, "FORBIDDEN");
        player.post(path, "admin", player.key(), "{}").refused(409, "WITHDRAWAL_STATE_CONFLICT");
        player.post(path, "admin", player.key(), "{\"paymentProviderId\": \"other\"}")
                .refused(409, "WITHDRAWAL_STATE_CONFLICT");
        player.post(path, "admin", player.key(), body).ok();
        player.has("WITHDRAWABLE 6000");
        assertThat(PSP.callback(server, withdrawal, "PAID").ok().text("effect")).isEqualTo("REPEATED");
    }

    /** A player with 10000 to withdraw. */
    private static Player rich() {
        Player player = new Player(server);
        player.earnWithdrawable(10_000);
        return player.has("WITHDRAWABLE 10000");
    }

    private static Answer approved(Player player) {
        Answer withdrawal = player.withdraw(4_000).ok();
        player.move(withdrawal, "approve").ok();
        return withdrawal;
    }

    /** A withdrawal that the provider has and has not decided. */
    private static Answer paying(Player player) {
        Answer withdrawal = approved(player);
        PSP.whenPaying(withdrawal, says(withdrawal, "PENDING"));
        PSP.whenAsked(withdrawal, says(withdrawal, "PENDING"));
        player.move(withdrawal, "pay").ok();
        await().atMost(PATIENCE).until(() -> PSP.sent(withdrawal) == 1);
        return withdrawal;
    }

    private static void ends(Player player, Answer withdrawal, String expected) {
        await().atMost(PATIENCE).until(() -> status(player, withdrawal).equals(expected));
    }

    private static String status(Player player, Answer withdrawal) {
        return player.get("/v2/withdrawals/" + withdrawal.text("withdrawalId"))
                .ok()
                .text("status");
    }

    private static double contradictions() {
        return server.bean(MeterRegistry.class)
                .get("wallet_payment_contradictions")
                .counter()
                .count();
    }
}
