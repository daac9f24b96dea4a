package io.carat.core.policy;

import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.configuration.ConfigurationCommand;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Bps;
import io.carat.core.policy.PolicyCommand.ActivatePolicyVersion;
import io.carat.core.policy.PolicyCommand.CreatePolicyVersion;
import io.carat.core.policy.PolicyCommand.ReadPolicyVersions;
import io.carat.core.policy.PolicyEvent.PolicyActivated;
import io.carat.core.policy.PolicyEvent.PolicyCreated;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyAdministrationTest {

    private static final AuditNote AUDIT = new AuditNote("ann", "as agreed");
    private static final Policy SPORTS = SeedsForTest.policy("SPORTS");
    private static final Policy FORBIDDEN = SeedsForTest.with(SPORTS, WithdrawablePolicy.FORBIDDEN);

    private final LedgerScenario ledger = LedgerScenario.split();

    @Test
    void makesAVersionWithoutActivatingIt() {
        PolicyAnswer made = made(create(FORBIDDEN));
        assertThat(made.versions()).hasSize(1);
        assertThat(made.versions().getFirst().policy()).isEqualTo(FORBIDDEN.withVersion(2));
        assertThat(made.versions().getFirst().active()).isFalse();
        assertThat(made.versions().getFirst().audit()).isEqualTo(AUDIT);
        assertThat(active()).isEqualTo(1);
        assertThat(ledger.ledger().events().getLast())
                .isEqualTo(new PolicyCreated("policy:SPORTS", FORBIDDEN.withVersion(2), AUDIT));
    }

    @Test
    void activatesAVersionAndAnOlderOneAgain() {
        create(FORBIDDEN);
        assertThat(told(activate(2))).isEqualTo("DONE");
        assertThat(active()).isEqualTo(2);
        assertThat(ledger.ledger().events().getLast())
                .isEqualTo(new PolicyActivated("policy:SPORTS", new PolicyRef("SPORTS", 2), AUDIT));
        activate(1);
        assertThat(active()).isEqualTo(1);
    }

    @Test
    void changesNothingWhenAskedForWhatHolds() {
        create(FORBIDDEN);
        int before = ledger.size();
        assertThat(made(create(FORBIDDEN)).versions().getFirst().policy().version())
                .isEqualTo(2);
        assertThat(made(create(SPORTS)).versions().getFirst().policy().version())
                .isEqualTo(1);
        assertThat(told(activate(1))).isEqualTo("DONE");
        assertThat(ledger.size()).isEqualTo(before);
    }

    @Test
    void takesAPolicyOfANewCodeWhichIsActiveForNobodyYet() {
        Policy poker = policyOfCode("POKER");
        assertThat(made(create(poker)).versions().getFirst().policy().version()).isEqualTo(1);
        assertThat(versions("POKER").versions()).noneMatch(PolicyAnswer.Version::active);
        activate("POKER", 1);
        assertThat(versions("POKER").versions()).allMatch(PolicyAnswer.Version::active);
    }

    @Test
    void aVersionOfTheFirstStartIsActiveAtOnce() {
        ledger.send(new ConfigurationCommand.DefinePolicy(FORBIDDEN.withVersion(2)));
        assertThat(active()).isEqualTo(2);
    }

    @Test
    void refusesVersionsThatAreNotThere() {
        ledger.refuses(RejectionCode.POLICY_NOT_FOUND, () -> activate(2));
        ledger.refuses(RejectionCode.POLICY_NOT_FOUND, () -> activate("POKER", 1));
        ledger.refuses(RejectionCode.POLICY_NOT_FOUND, () -> ledger.send(new ReadPolicyVersions("POKER")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faulty")
    void refusesWhatCannotBeUsedAndSaysWhere(String where, Policy policy) {
        int before = ledger.size();
        Outcome outcome = create(policy);
        assertThat(told(outcome)).isEqualTo("POLICY_INVALID");
        assertThat(((Outcome.Refused) outcome).rejection().detail()).contains("'" + where + "'");
        assertThat(ledger.size()).isEqualTo(before);
    }

    static Stream<Arguments> faulty() {
        FundingRule rule = SPORTS.funding();
        RollingTerms rolling = SPORTS.depositRolling();
        return Stream.of(
                Arguments.of("code", policyOfCode("sports")),
                Arguments.of("funding.order", funded(order(FundingSource.BONUS, FundingSource.NORMAL))),
                Arguments.of(
                        "funding.order",
                        funded(order(FundingSource.COUPON, FundingSource.WITHDRAWABLE, FundingSource.NORMAL))),
                Arguments.of(
                        "funding.order", funded(order(FundingSource.COUPON, FundingSource.BONUS, FundingSource.BONUS))),
                Arguments.of("funding.limits.BONUS.min", limited(new SourceLimit(-1, 5, 5))),
                Arguments.of("funding.limits.BONUS.max", limited(new SourceLimit(6, 5, 5))),
                Arguments.of("funding.limits.BONUS.maxShareBps", limited(new SourceLimit(0, 5, Bps.ONE + 1))),
                Arguments.of("depositRolling.multiplierBps", rolled(new RollingTerms(-1, rolling.contributions()))),
                Arguments.of(
                        "depositRolling.contributions",
                        rolled(new RollingTerms(1, Map.of("SPORTS", Contribution.of(1), "LIVE", Contribution.of(1))))),
                Arguments.of("depositRolling.contributions.SLOTS.rateBps", rolled(contribution("SLOTS", -1))),
                Arguments.of("points.points", pointing(new PointsTerms(0, 1, 1))),
                Arguments.of("points.amount", pointing(new PointsTerms(1, 0, 1))),
                Arguments.of("points.multiplierBps", pointing(new PointsTerms(1, 1, -1))),
                Arguments.of("lowBalance", low(Map.of("won", 1L))),
                Arguments.of("lowBalance.KRW", low(Map.of("KRW", -1L))),
                Arguments.of("betLimits.maxOdds", limited(new BetLimits(Map.of(), 2_000, 1_000))),
                Arguments.of(
                        "betLimits.stakes.KRW.maxStake",
                        limited(new BetLimits(Map.of("KRW", new StakeLimits(10, 9, 9, 9)), 0, 9_000))),
                Arguments.of(
                        "betLimits.stakes",
                        limited(new BetLimits(Map.of("krw", new StakeLimits(1, 9, 9, 9)), 0, 9_000))),
                Arguments.of("funding.limits.BONUS.max", with(SPORTS, funding(rule, new SourceLimit(1, 0, 1)))));
    }

    @Test
    void tellsEveryFaultAtOnce() {
        Outcome outcome = create(with(pointing(new PointsTerms(0, 0, 1)), order(FundingSource.BONUS)));
        assertThat(((Outcome.Refused) outcome).rejection().detail())
                .contains("'funding.order'", "'points.points'", "'points.amount'");
    }

    private Outcome create(Policy policy) {
        return ledger.send(new CreatePolicyVersion(policy, AUDIT));
    }

    private Outcome activate(int version) {
        return activate("SPORTS", version);
    }

    private Outcome activate(String code, int version) {
        return ledger.send(new ActivatePolicyVersion(new PolicyRef(code, version), AUDIT));
    }

    private int active() {
        return versions("SPORTS").versions().stream()
                .filter(PolicyAnswer.Version::active)
                .findFirst()
                .orElseThrow()
                .policy()
                .version();
    }

    private PolicyAnswer versions(String code) {
        return made(ledger.send(new ReadPolicyVersions(code)));
    }

    private static PolicyAnswer made(Outcome outcome) {
        return (PolicyAnswer) ((Outcome.Done) outcome).answer();
    }

    private static FundingRule order(FundingSource... order) {
        return new FundingRule(FundingMode.MIXED, List.of(order), Map.of(), WithdrawablePolicy.FORBIDDEN);
    }

    private static FundingRule funding(FundingRule rule, SourceLimit bonus) {
        return new FundingRule(rule.mode(), rule.order(), Map.of(FundingSource.BONUS, bonus), rule.withdrawable());
    }

    private static Policy funded(FundingRule rule) {
        return with(SPORTS, rule);
    }

    private static Policy limited(SourceLimit bonus) {
        return with(SPORTS, funding(SPORTS.funding(), bonus));
    }

    private static RollingTerms contribution(String product, int rateBps) {
        return new RollingTerms(
                1, Map.of("SPORTS", Contribution.of(1), "LIVE", Contribution.of(1), product, Contribution.of(rateBps)));
    }

    private static Policy with(Policy policy, FundingRule rule) {
        return of(policy.code(), rule, policy.betLimits(), policy.depositRolling(), policy.points(), Map.of());
    }

    private static Policy policyOfCode(String code) {
        return of(code, SPORTS.funding(), BetLimits.NONE, SPORTS.depositRolling(), SPORTS.points(), Map.of());
    }

    private static Policy rolled(RollingTerms deposits) {
        return of("SPORTS", SPORTS.funding(), BetLimits.NONE, deposits, SPORTS.points(), Map.of());
    }

    private static Policy pointing(PointsTerms points) {
        return of("SPORTS", SPORTS.funding(), BetLimits.NONE, SPORTS.depositRolling(), points, Map.of());
    }

    private static Policy limited(BetLimits limits) {
        return of("SPORTS", SPORTS.funding(), limits, SPORTS.depositRolling(), SPORTS.points(), Map.of());
    }

    private static Policy low(Map<String, Long> lowBalance) {
        return of("SPORTS", SPORTS.funding(), BetLimits.NONE, SPORTS.depositRolling(), SPORTS.points(), lowBalance);
    }

    private static Policy of(
            String code,
            FundingRule rule,
            BetLimits limits,
            RollingTerms deposits,
            PointsTerms points,
            Map<String, Long> lowBalance) {
        return new Policy(
                code, 1, rule, limits, deposits, SPORTS.bonusRolling(), SPORTS.toNormalRolling(), points, lowBalance);
    }
}
