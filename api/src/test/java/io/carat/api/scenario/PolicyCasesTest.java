package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.api.scenario.RunningServer.TopologyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * The acceptance cases 21 to 24 and 37 of the rule book §12, which need other policies than the first start's: each case
 * first activates the rules for sports that it is about, and they are restored after it. One line per step.
 */
class PolicyCasesTest {

    private static final int RACES = 8;

    private final RunningServer server = RunningServer.on(topology());
    private final Roles roles = Roles.on(server);
    private final Player player = new Player(server, roles);
    private final Staff staff = Staff.of(server);
    private final ObjectNode before = staff.activeRules("SPORTS");

    /** The topology that the cases run on; others in {@link AcceptanceCasesOnEveryTopologyTest}. */
    TopologyCode topology() {
        return TopologyCode.RUBY_SPLIT_V1;
    }

    @AfterEach
    void restoreTheRules() {
        staff.activatePolicy("SPORTS", before.get("version").asInt()).ok();
    }

    @Test
    void case21ABetIsSettledByTheRulesItWasAcceptedUnder() {
        int toNormal = sports("MIXED", "LAST_RESORT_TO_NORMAL");
        player.earnWithdrawable(10_000);
        player.has("WITHDRAWABLE 10000");
        Answer open = player.bet("b1", "sports-1", 4_000).ok().parts("funding", "WITHDRAWABLE 4000");
        player.has("WITHDRAWABLE 6000+4000");
        Answer cashed = player.bet("b2", "sports-1", 1_000).ok().parts("funding", "WITHDRAWABLE 1000");
        player.has("WITHDRAWABLE 5000+5000");

        int forbidden = sports("MIXED", "FORBIDDEN");
        assertThat(forbidden).isNotEqualTo(toNormal);
        assertThat(open.body().at("/policy/version").asInt()).isEqualTo(toNormal);
        player.has("WITHDRAWABLE 5000+5000");
        player.bet("b3", "sports-1", 1_000).refused(422, "INSUFFICIENT_FUNDS");
        player.has("WITHDRAWABLE 5000+5000");

        player.settle(open, "t1", 7_000).ok().parts("credited", "WITHDRAWABLE 7000");
        player.has("SPORTS_NORMAL 7000, WITHDRAWABLE 5000+1000");
        player.owes("SPORTS_NORMAL 0/7000");
        player.cashOut(cashed, "t2", 1_000, 900).ok();
        player.has("SPORTS_NORMAL 7900, WITHDRAWABLE 5000");
        player.owes("SPORTS_NORMAL 0/7000, SPORTS_NORMAL 0/900");
        player.correct(open, "c1", "t1", 3_000).ok();
        player.has("SPORTS_NORMAL 3900, WITHDRAWABLE 5000");
        player.owes("SPORTS_NORMAL 0/3000, SPORTS_NORMAL 0/900");
        Answer later = player.bet("b4", "sports-1", 3_900).ok().parts("funding", "NORMAL 3900");
        assertThat(later.body().at("/policy/version").asInt()).isEqualTo(forbidden);
        player.has("SPORTS_NORMAL 0+3900, WITHDRAWABLE 5000");
    }

    @Test
    void case22WhatIsForbiddenDoesNotFundABet() {
        sports("MIXED", "FORBIDDEN");
        player.earnWithdrawable(10_000);
        player.has("WITHDRAWABLE 10000");
        player.bet("b1", "sports-1", 1).refused(422, "INSUFFICIENT_FUNDS");
        player.has("WITHDRAWABLE 10000");
        player.deposit("SPORTS_NORMAL", 4_000).ok();
        player.has("SPORTS_NORMAL 4000, WITHDRAWABLE 10000");
        player.bet("b2", "sports-1", 4_001).refused(422, "INSUFFICIENT_FUNDS");
        player.has("SPORTS_NORMAL 4000, WITHDRAWABLE 10000");
        player.bet("b3", "sports-1", 4_000).ok().parts("funding", "NORMAL 4000");
        player.has("SPORTS_NORMAL 0+4000, WITHDRAWABLE 10000");
    }

    @Test
    void case23AVoidRestoresWithdrawableAndOwesNoRolling() {
        sports("MIXED", "FIRST_TO_NORMAL");
        player.earnWithdrawable(10_000);
        player.has("WITHDRAWABLE 10000");
        Answer open = player.bet("b1", "sports-1", 4_000).ok().parts("funding", "WITHDRAWABLE 4000");
        player.has("WITHDRAWABLE 6000+4000");
        player.voidBet(open, "v1").ok().parts("refunded", "WITHDRAWABLE 4000");
        player.has("WITHDRAWABLE 10000");
        assertThat(player.rolling()).isEmpty();

        Answer won = player.bet("b2", "sports-1", 4_000).ok();
        player.has("WITHDRAWABLE 6000+4000");
        player.settle(won, "t2", 6_000).ok();
        player.has("SPORTS_NORMAL 6000, WITHDRAWABLE 6000");
        player.owes("SPORTS_NORMAL 0/6000");
        player.voidBet(won, "v2").ok().parts("refunded", "WITHDRAWABLE 4000");
        player.has("WITHDRAWABLE 10000");
        assertThat(player.rolling()).isEmpty();
    }

    @Test
    void case24OneSourceAloneMustCoverAnExclusiveStake() {
        sports("EXCLUSIVE", "LAST_RESORT_RESTORE");
        player.earnWithdrawable(5_000);
        player.deposit("SPORTS_NORMAL", 5_000).ok();
        player.has("SPORTS_NORMAL 5000, WITHDRAWABLE 5000");
        player.bet("b1", "sports-1", 10_000).refused(422, "INSUFFICIENT_FUNDS");
        player.has("SPORTS_NORMAL 5000, WITHDRAWABLE 5000");
        player.bonus("SPORTS_BONUS", 5_000).ok();
        player.has("SPORTS_NORMAL 5000, SPORTS_BONUS 5000, WITHDRAWABLE 5000");
        player.bet("b2", "sports-1", 5_001).refused(422, "INSUFFICIENT_FUNDS");
        player.has("SPORTS_NORMAL 5000, SPORTS_BONUS 5000, WITHDRAWABLE 5000");
        player.bet("b3", "sports-1", 5_000).ok().parts("funding", "BONUS 5000");
        player.has("SPORTS_NORMAL 5000, SPORTS_BONUS 0+5000, WITHDRAWABLE 5000");
        player.bet("b4", "sports-1", 5_000).ok().parts("funding", "NORMAL 5000");
        player.has("SPORTS_NORMAL 0+5000, SPORTS_BONUS 0+5000, WITHDRAWABLE 5000");
        player.bet("b5", "sports-1", 5_000).ok().parts("funding", "WITHDRAWABLE 5000");
        player.has("SPORTS_NORMAL 0+5000, SPORTS_BONUS 0+5000, WITHDRAWABLE 0+5000");
    }

    @Test
    void case37OfAWithdrawalAndABetOnTheWholeBalanceExactlyOneWins() throws Exception {
        sports("MIXED", "LAST_RESORT_RESTORE");
        for (int race = 0; race < RACES; race++) {
            Player racer = new Player(server, roles);
            racer.earnWithdrawable(10_000);
            racer.has("WITHDRAWABLE 10000");
            List<Answer> answers =
                    together(List.of(() -> racer.withdraw(10_000), () -> racer.bet("b1", "sports-1", 10_000)));
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 422);
            answers.stream()
                    .filter(answer -> answer.status() == 422)
                    .forEach(answer -> answer.refused(422, "INSUFFICIENT_FUNDS"));
            racer.has("WITHDRAWABLE 0+10000");
        }
    }

    /** Makes these the rules for sports; returns their version. */
    private int sports(String mode, String withdrawable) {
        ObjectNode rules = before.deepCopy();
        rules.withObject("/funding").put("mode", mode).put("withdrawable", withdrawable);
        return staff.policy("SPORTS", rules);
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
