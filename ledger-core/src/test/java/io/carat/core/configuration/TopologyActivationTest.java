package io.carat.core.configuration;

import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.configuration.ConfigurationCommand.DefineTopology;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.policy.Contribution;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyCommand.ActivatePolicyVersion;
import io.carat.core.policy.PolicyCommand.CreatePolicyVersion;
import io.carat.core.policy.PolicyRef;
import io.carat.core.policy.RollingTerms;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Leftover;
import io.carat.core.topology.Leftovers;
import io.carat.core.topology.PlatformEvent.TopologySwitched;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyAnswer;
import io.carat.core.topology.TopologyCommand.ActivateTopology;
import io.carat.core.topology.TopologyCommand.CheckActivation;
import io.carat.core.topology.TopologyCommand.CheckTopology;
import io.carat.core.topology.TopologyCommand.CreateTopologyVersion;
import io.carat.core.topology.TopologyCommand.ReadTopologyVersions;
import io.carat.core.topology.TopologyEvent.TopologyCreated;
import io.carat.core.topology.TopologyRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopologyActivationTest {

    private static final AuditNote AUDIT = new AuditNote("ann", "as agreed");
    private static final TopologyRef SPLIT = new TopologyRef("RUBY_SPLIT_V1", 1);
    private static final TopologyRef UNIFIED = new TopologyRef("RUBY_UNIFIED_V1", 1);

    private final LedgerScenario ledger = LedgerScenario.split();

    @BeforeEach
    void defineTheOther() {
        ledger.send(new DefineTopology(SeedsForTest.unified()));
    }

    @Test
    void makesAVersionUnderTheNextNumberWithoutPuttingItInForce() {
        Topology poker = poker("RUBY_SPLIT_V1");
        TopologyAnswer made = (TopologyAnswer) done(ledger.send(new CreateTopologyVersion(poker, AUDIT)));
        assertThat(made.versions()).containsExactly(new TopologyAnswer.Version(poker.withVersion(2), false, AUDIT));
        assertThat(ledger.ledger().events().getLast())
                .isEqualTo(new TopologyCreated("topology:RUBY_SPLIT_V1", poker.withVersion(2), AUDIT));
        int before = ledger.size();
        assertThat(done(ledger.send(new CreateTopologyVersion(poker, AUDIT)))).isEqualTo(made);
        TopologyAnswer first =
                (TopologyAnswer) done(ledger.send(new CreateTopologyVersion(SeedsForTest.split(), AUDIT)));
        assertThat(first.versions()).containsExactly(new TopologyAnswer.Version(SeedsForTest.split(), true, null));
        assertThat(ledger.size()).isEqualTo(before);
        TopologyAnswer all = (TopologyAnswer) done(ledger.send(new ReadTopologyVersions("RUBY_SPLIT_V1")));
        assertThat(all.versions())
                .extracting(version -> version.topology().version())
                .containsExactly(1, 2);
        assertThat(told(ledger.send(new ReadTopologyVersions("NONE")))).isEqualTo("TOPOLOGY_NOT_FOUND");
    }

    @Test
    void makesNothingOfAFaultyContentAndNothingOfACheck() {
        Topology faulty = Topology.of("T", 1, List.of(), List.of());
        int before = ledger.size();
        assertThat(told(ledger.send(new CreateTopologyVersion(faulty, AUDIT)))).isEqualTo("TOPOLOGY_INVALID");
        assertThat(told(ledger.send(new CheckTopology(faulty)))).isEqualTo("TOPOLOGY_INVALID");
        assertThat(told(ledger.send(new CheckTopology(poker("T"))))).isEqualTo("DONE");
        assertThat(ledger.size()).isEqualTo(before);
    }

    @Test
    void putsAnotherTopologyInForceWhereNothingIsOpen() {
        int position = ledger.size();
        assertThat(told(activate(UNIFIED, position, Map.of()))).isEqualTo("DONE");
        assertThat(ledger.ledger().events().getLast())
                .isEqualTo(new TopologySwitched("platform", UNIFIED, SPLIT, position, AUDIT));
        ledger.accepts(() -> ledger.deposit("COMMON_NORMAL", 1_000));
        int after = ledger.size();
        assertThat(told(activate(UNIFIED, 0, Map.of()))).isEqualTo("DONE");
        assertThat(ledger.size()).isEqualTo(after);
    }

    @Test
    void holdsOnlyIfNothingWasAppendedSinceTheCount() {
        int position = ledger.size();
        ledger.accepts(() -> ledger.deposit("SPORTS_NORMAL", 1_000));
        assertThatIllegalStateException().isThrownBy(() -> activate(UNIFIED, position, Map.of()));
        ledger.accepts(() -> ledger.deposit("SPORTS_NORMAL", 1_000));
    }

    @Test
    void isBlockedByWhateverWouldBeLeftBehindAndNamesIt() {
        for (Leftover kind : Leftover.values()) {
            Outcome outcome = activate(UNIFIED, ledger.size(), Map.of(kind, 3L));
            assertThat(told(outcome)).isEqualTo("ACTIVATION_BLOCKED");
            assertThat(((Outcome.Refused) outcome).rejection().detail()).isEqualTo("There are 3 " + kind.words() + ".");
        }
        ledger.accepts(() -> ledger.deposit("SPORTS_NORMAL", 1_000));
    }

    @Test
    void isBlockedWhenAnotherTopologyWasCounted() {
        Outcome outcome =
                ledger.send(new ActivateTopology(UNIFIED, new Leftovers(UNIFIED, ledger.size(), Map.of()), AUDIT));
        assertThat(told(outcome)).isEqualTo("ACTIVATION_BLOCKED");
    }

    @Test
    void keepsRunningBusinessWhenTheNextVersionOnlyAdds() {
        ledger.accepts(() -> ledger.deposit("SPORTS_NORMAL", 1_000));
        ledger.send(new CreateTopologyVersion(poker("RUBY_SPLIT_V1"), AUDIT));
        allowPoker("SPORTS");
        allowPoker("CASINO");
        allowPoker("POKER");
        assertThat(told(activate(new TopologyRef("RUBY_SPLIT_V1", 2), 0, Map.of())))
                .isEqualTo("DONE");
        ledger.accepts(() -> ledger.deposit("POKER_NORMAL", 500));
        assertThat(ledger.balances()).isEqualTo("SPORTS_NORMAL 1000+0, POKER_NORMAL 500+0");
    }

    @Test
    void countsOnlyWhatTheNextVersionLoses() {
        Topology poker = poker("RUBY_SPLIT_V1");
        assertThat(SeedsForTest.split().lostIn(poker)).isEmpty();
        assertThat(poker.lostIn(SeedsForTest.split()))
                .extracting(BucketType::code)
                .containsExactly("POKER_NORMAL", "POKER_BONUS");
        assertThat(SeedsForTest.split().lostIn(SeedsForTest.unified())).hasSize(6);
        Topology rerouted = Topology.of(
                poker.code(),
                3,
                poker.buckets(),
                poker.routes().stream()
                        .map(route -> route.product().equals("SPORTS")
                                ? new ProductRoute("SPORTS", "POKER_NORMAL", "POKER_BONUS", "SPORTS")
                                : route)
                        .toList());
        assertThat(poker.lostIn(rerouted))
                .extracting(BucketType::code)
                .containsExactly("SPORTS_NORMAL", "SPORTS_BONUS");
    }

    @Test
    void asksThatEveryPolicyIsActiveAndSaysHowEveryProductCounts() {
        ledger.send(new CreateTopologyVersion(poker("THIRD"), AUDIT));
        TopologyRef third = new TopologyRef("THIRD", 1);
        Outcome outcome = activate(third, ledger.size(), Map.of());
        assertThat(told(outcome)).isEqualTo("POLICY_INVALID");
        assertThat(((Outcome.Refused) outcome).rejection().detail())
                .startsWith("Policy SPORTS version 1: 'depositRolling.contributions' does not say how POKER counts")
                .endsWith("Policy POKER has no active version.");
        ActivationAnswer report = (ActivationAnswer) done(ledger.send(
                new CheckActivation(third, new Leftovers(SPLIT, 0, Map.of(Leftover.OPEN_BETS, 2L)))));
        assertThat(report.gates()).extracting(ActivationGate::open).containsExactly(true, false, false);
        assertThat(report.gates().getLast().faults()).containsExactly("There are 2 open bets.");
        allowPoker("SPORTS");
        allowPoker("CASINO");
        allowPoker("POKER");
        assertThat(told(activate(third, ledger.size(), Map.of()))).isEqualTo("DONE");
    }

    @Test
    void refusesAPolicyThatDoesNotCoverWhatTheTopologyServes() {
        ledger.send(new CreateTopologyVersion(poker("THIRD"), AUDIT));
        allowPoker("SPORTS");
        allowPoker("CASINO");
        allowPoker("POKER");
        assertThat(told(activate(new TopologyRef("THIRD", 1), ledger.size(), Map.of())))
                .isEqualTo("DONE");
        assertThat(told(ledger.send(new ActivatePolicyVersion(new PolicyRef("SPORTS", 1), AUDIT))))
                .isEqualTo("POLICY_INVALID");
    }

    @Test
    void activatesNothingThatIsNotThere() {
        assertThat(told(activate(new TopologyRef("RUBY_SPLIT_V1", 9), 0, Map.of())))
                .isEqualTo("TOPOLOGY_NOT_FOUND");
    }

    private Outcome activate(TopologyRef ref, long position, Map<Leftover, Long> counts) {
        return ledger.send(new ActivateTopology(ref, new Leftovers(SPLIT, position, counts), AUDIT));
    }

    private void allowPoker(String code) {
        Policy seeded = SeedsForTest.policy(code);
        Policy policy = new Policy(
                code,
                1,
                seeded.funding(),
                seeded.betLimits(),
                withPoker(seeded.depositRolling()),
                withPoker(seeded.bonusRolling()),
                withPoker(seeded.toNormalRolling()),
                seeded.points(),
                seeded.lowBalanceMinor());
        int version = code.equals("POKER") ? 1 : 2;
        ledger.accepts(() -> ledger.send(new CreatePolicyVersion(policy, AUDIT)));
        ledger.accepts(() -> ledger.send(new ActivatePolicyVersion(new PolicyRef(code, version), AUDIT)));
    }

    private static RollingTerms withPoker(RollingTerms terms) {
        Map<String, Contribution> more = new HashMap<>(terms.contributions());
        more.put("POKER", Contribution.of(0));
        return new RollingTerms(terms.multiplierBps(), more);
    }

    private static Topology poker(String code) {
        List<BucketType> buckets = new ArrayList<>(SeedsForTest.split().buckets());
        buckets.add(new BucketType("POKER_NORMAL", BucketRole.NORMAL));
        buckets.add(new BucketType("POKER_BONUS", BucketRole.BONUS));
        List<ProductRoute> routes = new ArrayList<>(SeedsForTest.split().routes());
        routes.add(new ProductRoute("POKER", "POKER_NORMAL", "POKER_BONUS", "POKER"));
        return Topology.of(code, 1, buckets, routes);
    }

    private static Object done(Outcome outcome) {
        return ((Outcome.Done) outcome).answer();
    }
}
