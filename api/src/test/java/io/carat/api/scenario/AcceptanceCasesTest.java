package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.carat.api.scenario.RunningServer.TopologyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The acceptance cases of the rule book §12 that a single wallet can show, one line per step. */
class AcceptanceCasesTest {

    private final RunningServer server = RunningServer.on(topology());
    private final Roles roles = Roles.on(server);
    private final Player player = new Player(server, roles);

    /** The topology that the cases run on; another one in {@link AcceptanceCasesOnEveryTopologyTest}. */
    TopologyCode topology() {
        return TopologyCode.RUBY_SPLIT_V1;
    }

    @Test
    void case1SameBetAndPayloadTwiceIsOneDebitAndTheSameAnswer() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        String key = player.key();
        Answer first = player.bet("generic", "b1", "sports-1", 6_000, key).ok();
        player.has("SPORTS_NORMAL 4000+6000");
        player.bet("generic", "b1", "sports-1", 6_000, key).ok().replays(first);
        player.bet("generic", "b1", "sports-1", 6_000, player.key()).ok();
        player.has("SPORTS_NORMAL 4000+6000");
    }

    @Test
    void case1TheSameBetUnderANewKeyReplays() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer first =
                player.bet("generic", "b1", "sports-1", 6_000, player.key()).ok();
        String secondKey = player.key();
        Answer second =
                player.bet("generic", "b1", "sports-1", 6_000, secondKey).ok();
        assertThat(second.replayed()).isTrue();
        assertThat(second.text("authorizationId")).isEqualTo(first.text("authorizationId"));
        player.bet("generic", "b1", "sports-1", 7_000, secondKey).refused(422, "IDEMPOTENCY_MISMATCH");
        player.has("SPORTS_NORMAL 4000+6000");
    }

    @Test
    void case2SameIdOtherAmountIsAMismatch() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        String key = player.key();
        Answer first = player.bet("generic", "b1", "sports-1", 6_000, key).ok();
        player.bet("generic", "b1", "sports-1", 6_001, key).refused(422, "IDEMPOTENCY_MISMATCH");
        player.bet("generic", "b1", "sports-1", 6_001, player.key()).refused(422, "IDEMPOTENCY_MISMATCH");
        player.bet("generic", "b1", "sports-1", 6_000, key).replays(first);
        player.has("SPORTS_NORMAL 4000+6000");
    }

    @Test
    void case3TheSameBetIdFromTwoProvidersIsTwoBets() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer generic =
                player.bet("generic", "b1", "sports-1", 3_000, player.key()).ok();
        Answer hub88 =
                player.bet("hub88", "b1", "sports-1", 3_000, player.key()).ok();
        assertThat(hub88.text("authorizationId")).isNotEqualTo(generic.text("authorizationId"));
        player.has("SPORTS_NORMAL 4000+6000");
        player.settle(generic, "t1", 0).ok();
        player.settle(hub88, "t1", 0).ok();
        player.has("SPORTS_NORMAL 4000");
    }

    @Test
    void case4OfTwoConcurrentBetsThatDoNotBothFitExactlyOneIsAccepted() throws Exception {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        List<Answer> answers =
                together(List.of(() -> player.bet("b1", "sports-1", 6_000), () -> player.bet("b2", "sports-1", 6_000)));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 422);
        answers.stream()
                .filter(answer -> answer.status() == 422)
                .forEach(answer -> answer.refused(422, "INSUFFICIENT_FUNDS"));
        player.has("SPORTS_NORMAL 4000+6000");
    }

    @Test
    void twoConcurrentDuplicatesHaveOneEffect() throws Exception {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        String key = player.key();
        Callable<Answer> bet = () -> player.bet("generic", "b1", "sports-1", 3_000, key);
        List<Answer> answers = together(List.of(bet, bet, bet, bet));
        assertThat(answers).allSatisfy(Answer::ok);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers).filteredOn(Answer::replayed).hasSize(3);
        player.has("SPORTS_NORMAL 7000+3000");
    }

    @Test
    void case5ARollbackThatComesFirstBuriesTheBet() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer tombstone = player.rollbackByBetId("b1", "t1").ok();
        assertThat(tombstone.text("status")).isEqualTo("TOMBSTONED");
        player.bet("b1", "sports-1", 6_000).refused(409, "ALREADY_ROLLED_BACK");
        player.settle(tombstone, "t2", 500).refused(409, "ALREADY_ROLLED_BACK");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void case5ARefusedBetCanBeBuriedToo() {
        player.deposit("SPORTS_NORMAL", 1_000).ok();
        player.bet("b1", "sports-1", 6_000).refused(422, "INSUFFICIENT_FUNDS");
        player.rollbackByBetId("b1", "t1").ok();
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        player.bet("b1", "sports-1", 6_000).refused(409, "ALREADY_ROLLED_BACK");
        player.has("SPORTS_NORMAL 11000");
    }

    @Test
    void case6TwoRollbacksOfOneBetAreOneRefund() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 6_000).ok();
        player.rollback(bet, "t1").ok().parts("refunded", "NORMAL 6000");
        player.has("SPORTS_NORMAL 10000");
        assertThat(player.rollback(bet, "t1").ok().replayed()).isTrue();
        player.rollback(bet, "t2").refused(409, "ALREADY_ROLLED_BACK");
        player.rollbackByBetId("b1", "t3").refused(409, "ALREADY_ROLLED_BACK");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void case7ARollbackAfterASettlementOfZeroIsRefused() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 6_000).ok();
        player.settle(bet, "t1", 0).ok();
        player.rollback(bet, "t2").refused(409, "BET_ALREADY_SETTLED");
        player.has("SPORTS_NORMAL 4000");
    }

    @Test
    void case8ARollbackRestoresTheOriginalLegsWhateverTheBalancesAreByThen() {
        player.earnWithdrawable(3_500);
        player.deposit("SPORTS_NORMAL", 4_000).ok();
        player.bonus("SPORTS_BONUS", 2_500).ok();
        Answer bet = player.bet("b1", "sports-1", 10_000)
                .ok()
                .parts("funding", "BONUS 2500, NORMAL 4000, WITHDRAWABLE 3500");
        player.deposit("SPORTS_NORMAL", 50_000).ok();
        player.rollback(bet, "t1").ok().parts("refunded", "BONUS 2500, NORMAL 4000, WITHDRAWABLE 3500");
        player.has("SPORTS_NORMAL 54000, SPORTS_BONUS 2500, WITHDRAWABLE 3500");
    }

    @Test
    void case9AWinWithoutABetIsRefused() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        player.post("/v2/bets/acme.bet.00000000000000000000000000000000/settle", player.key(), """
            {"transactionId": "w1", "payout": 500}\
            """)
                .refused(404, "BET_NOT_FOUND");
        player.post("/v2/bets/nonsense/settle", player.key(), """
            {"transactionId": "w1", "payout": 500}\
            """).refused(404, "BET_NOT_FOUND");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void case12APayoutThatDoesNotDivideGoesToTheLowerLegsFirst() {
        player.earnWithdrawable(1_001);
        player.move(player.withdraw(1_000).ok(), "approve").ok();
        player.deposit("SPORTS_NORMAL", 1).ok();
        player.bonus("SPORTS_BONUS", 1).ok();
        Answer bet = player.bet("b1", "sports-1", 3).ok().parts("funding", "BONUS 1, NORMAL 1, WITHDRAWABLE 1");
        Answer won = player.settleOpen(bet, "t1", 2).ok().parts("credited", "BONUS 1, NORMAL 1, WITHDRAWABLE 0");
        List<JsonNode> payouts = player.ledger(won).stream()
                .filter(row -> row.get("reason").asString().equals("PAYOUT"))
                .filter(row -> row.get("reference").asString().equals(bet.text("authorizationId")))
                .toList();
        assertThat(payouts).extracting(row -> row.get("leg").asInt()).containsExactly(1, 2);
        assertThat(payouts).extracting(row -> row.get("amount").asLong()).containsExactly(1L, 1L);
    }

    @Test
    void case13TwoWinsInOneRoundAreBothCredited() {
        player.deposit("SPORTS_NORMAL", 20_000).ok();
        Answer bet = player.bet("b1", "sports-1", 6_000).ok();
        assertThat(player.settleOpen(bet, "t1", 2_000).ok().text("status")).isEqualTo("PARTIALLY_SETTLED");
        player.has("SPORTS_NORMAL 16000+6000");
        assertThat(player.settle(bet, "t2", 3_000).ok().text("status")).isEqualTo("SETTLED");
        player.has("SPORTS_NORMAL 19000");
        player.settle(bet, "t3", 1).refused(409, "BET_ALREADY_SETTLED");
        player.owes("SPORTS_NORMAL 6000/20000");
    }

    @Test
    void case14AVoidRestoresExactlyTheLegs() {
        player.earnWithdrawable(3_500);
        player.deposit("SPORTS_NORMAL", 4_000).ok();
        player.bonus("SPORTS_BONUS", 2_500).ok();
        Answer bet = player.bet("b1", "sports-1", 10_000).ok();
        player.has("SPORTS_NORMAL 0+4000, SPORTS_BONUS 0+2500, WITHDRAWABLE 0+3500");
        player.voidBet(bet, "t1").ok().parts("refunded", "BONUS 2500, NORMAL 4000, WITHDRAWABLE 3500");
        player.has("SPORTS_NORMAL 4000, SPORTS_BONUS 2500, WITHDRAWABLE 3500");
        player.owes("SPORTS_NORMAL 0/4000, SPORTS_BONUS 0/25000");
    }

    @Test
    void case20ASlotsBetUsesTheCasinoPolicyAndBuckets() {
        assumeThat(roles.shared("SPORTS_NORMAL", "CASINO_NORMAL"))
                .as("buckets are shared")
                .isFalse();
        player.deposit("SPORTS_NORMAL", 9_000).ok();
        player.deposit("CASINO_NORMAL", 5_000).ok();
        Answer bet = player.bet("b1", "slots-1", 4_000).ok();
        assertThat(bet.body().at("/policy/code").asString()).isEqualTo("CASINO");
        assertThat(bet.body().at("/funding/0/bucket").asString()).isEqualTo("CASINO_NORMAL");
        player.has("SPORTS_NORMAL 9000, CASINO_NORMAL 1000+4000");
        player.bet("b2", "live-1", 2_000).refused(422, "INSUFFICIENT_FUNDS");
        player.settle(bet, "t1", 8_000).ok();
        player.has("SPORTS_NORMAL 9000, CASINO_NORMAL 9000");
        assertThat(player.rolling()).isEqualTo("SPORTS_NORMAL 0/9000, CASINO_NORMAL 4000/5000");
    }

    private static List<Answer> together(List<Callable<Answer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = calls.stream().map(threads::submit).toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> call : running) {
                answers.add(call.get());
            }
            return answers;
        }
    }
}
