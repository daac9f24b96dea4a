package io.carat.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.BetLimits;
import io.carat.core.policy.FundingMode;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.policy.StakeLimits;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.RandomPlay;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.Topology;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PolicySimulationTest {

    private static final Policy SPORTS =
            SeedsForTest.with(SeedsForTest.policy("SPORTS"), SeedsForTest.depositRolling(0));

    private final LedgerScenario ledger = LedgerScenario.splitWith(SPORTS);

    @Test
    void tellsPerBucketWhatAnotherVersionWouldHaveTaken() {
        ledger.deposit("SPORTS_NORMAL", 9_000);
        ledger.bonus("SPORTS_BONUS", 2_500);
        ledger.accepts(() -> ledger.bet("b1", 10_000)); // 2500 BONUS, 7500 WITHDRAWABLE
        ledger.accepts(() -> ledger.bet("b2", 1_000)); // 1000 of the 1500 that are left

        SimulationReport first = simulate(with(WithdrawablePolicy.FIRST_RESTORE));
        assertThat(first.decisions()).isEqualTo(2);
        assertThat(first.unchanged()).isEqualTo(1);
        assertThat(first.fundedOtherwise()).isEqualTo(1);
        assertThat(buckets(first))
                .containsExactly("SPORTS_BONUS 2500 -> 1000 (-1500)", "WITHDRAWABLE 8500 -> 10000 (1500)");
        assertThat(first.currencies().getFirst().stakeAfter()).isEqualTo(BigInteger.valueOf(11_000));

        SimulationReport forbidden = simulate(with(WithdrawablePolicy.FORBIDDEN));
        assertThat(forbidden.refusedInstead()).isEqualTo(2);
        assertThat(forbidden.refusalsAfter()).isEqualTo(Map.of(RejectionCode.INSUFFICIENT_FUNDS, 2L));
        assertThat(buckets(forbidden))
                .containsExactly("SPORTS_BONUS 2500 -> 0 (-2500)", "WITHDRAWABLE 8500 -> 0 (-8500)");
        assertThat(forbidden.currencies().getFirst().betsAfter()).isZero();
    }

    @Test
    void tellsWhichRefusalsWouldHaveBeenBets() {
        LedgerScenario strict = LedgerScenario.splitWith(SeedsForTest.with(SPORTS, FundingMode.EXCLUSIVE));
        strict.deposit("SPORTS_NORMAL", 9_000);
        strict.bonus("SPORTS_BONUS", 2_500);
        strict.refuses(RejectionCode.INSUFFICIENT_FUNDS, () -> strict.bet("b1", 10_000));
        strict.refuses(RejectionCode.INSUFFICIENT_FUNDS, () -> strict.bet("b2", 50_000));

        SimulationReport mixed = simulate(strict, SPORTS);
        assertThat(mixed.acceptedInstead()).isEqualTo(1);
        assertThat(mixed.unchanged()).isEqualTo(1);
        assertThat(mixed.refusalsBefore()).isEqualTo(Map.of(RejectionCode.INSUFFICIENT_FUNDS, 2L));
        assertThat(mixed.refusalsAfter()).isEqualTo(Map.of(RejectionCode.INSUFFICIENT_FUNDS, 1L));
        assertThat(mixed.examples())
                .singleElement()
                .satisfies(example -> assertThat(example.after())
                        .isEqualTo(Map.of(FundingSource.BONUS, 2_500L, FundingSource.WITHDRAWABLE, 7_500L)));
    }

    @Test
    void asksForLimitsAndForTheBonusMaximumOfTheBonusItself() {
        Policy smallBonus = limited(new StakeLimits(0, Long.MAX_VALUE, Long.MAX_VALUE, 5_000));
        LedgerScenario play = LedgerScenario.splitWith(smallBonus);
        play.deposit("SPORTS_NORMAL", 90_000);
        play.bonus("SPORTS_BONUS", 2_500);
        play.refuses(RejectionCode.LIMIT_EXCEEDED, () -> play.bet("b1", 10_000));
        play.accepts(() -> play.bet("b2", 5_000));

        assertThat(simulate(play, smallBonus).unchanged()).isEqualTo(2);
        // the bonus keeps the maximum that it was granted with
        assertThat(simulate(play, SPORTS).unchanged()).isEqualTo(2);
        SimulationReport capped = simulate(play, limited(new StakeLimits(0, 4_000, Long.MAX_VALUE, 5_000)));
        assertThat(capped.refusedInstead()).isEqualTo(1);
        assertThat(capped.refusalsAfter()).isEqualTo(Map.of(RejectionCode.LIMIT_EXCEEDED, 2L));
    }

    @Test
    void knowsTheBonusMaximumOfABetThatTookNothingOfTheBonus() {
        Policy exclusive = SeedsForTest.with(
                limited(new StakeLimits(0, Long.MAX_VALUE, Long.MAX_VALUE, 5_000)), FundingMode.EXCLUSIVE);
        LedgerScenario play = LedgerScenario.splitWith(exclusive);
        play.deposit("SPORTS_NORMAL", 90_000);
        play.bonus("SPORTS_BONUS", 2_500);
        play.accepts(() -> play.bet("b1", 10_000));

        assertThat(simulate(play, exclusive).unchanged()).isEqualTo(1);
        assertThat(simulate(play, SPORTS).refusalsAfter()).isEqualTo(Map.of(RejectionCode.LIMIT_EXCEEDED, 1L));
    }

    @Test
    void theVersionThatDecidedDecidesTheSame() {
        for (long seed = 1; seed <= 20; seed++) {
            LedgerScenario history = LedgerScenario.split();
            RandomPlay play = new RandomPlay(history, SeedsForTest.split(), new SplittableRandom(seed));
            for (int step = 0; step < 150; step++) {
                play.step();
            }
            for (String code : List.of("SPORTS", "CASINO")) {
                SimulationReport same = simulate(history, SeedsForTest.policy(code));
                assertThat(same.unchanged()).as("seed %d", seed).isEqualTo(same.decisions());
                assertThat(same.currencies())
                        .flatExtracting(SimulationReport.CurrencyTotals::buckets)
                        .allMatch(bucket -> bucket.difference().signum() == 0);
                assertThat(accepted(same)).isEqualTo(authorizedUnder(history, code));
            }
        }
    }

    private static long accepted(SimulationReport report) {
        return report.currencies().stream()
                .mapToLong(SimulationReport.CurrencyTotals::betsBefore)
                .sum();
    }

    private static long authorizedUnder(LedgerScenario history, String code) {
        return history.ledger().events().stream()
                .filter(event -> event instanceof BetAuthorized bet
                        && bet.policy().code().equals(code))
                .count();
    }

    private static Policy with(WithdrawablePolicy withdrawable) {
        return SeedsForTest.with(SPORTS, withdrawable);
    }

    private static Policy limited(StakeLimits limits) {
        return SeedsForTest.with(SPORTS, new BetLimits(Map.of("KRW", limits), 0, Integer.MAX_VALUE));
    }

    private SimulationReport simulate(Policy candidate) {
        return simulate(ledger, candidate);
    }

    private static SimulationReport simulate(LedgerScenario history, Policy candidate) {
        Topology topology = SeedsForTest.split();
        PolicySimulation simulation = new PolicySimulation(
                candidate, ref -> ref.equals(topology.ref()) ? Optional.of(topology) : Optional.empty());
        history.ledger().events().forEach(event -> PastDecision.of(event).ifPresent(simulation::take));
        return simulation.report();
    }

    private static List<String> buckets(SimulationReport report) {
        return report.currencies().stream()
                .flatMap(currency -> currency.buckets().stream())
                .map(bucket -> bucket.bucket() + " " + bucket.before() + " -> " + bucket.after() + " ("
                        + bucket.difference() + ")")
                .collect(Collectors.toList());
    }
}
