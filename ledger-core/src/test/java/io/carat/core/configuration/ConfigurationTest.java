package io.carat.core.configuration;

import static io.carat.core.decision.RejectionCode.INVALID_GAME;
import static io.carat.core.decision.RejectionCode.POLICY_UNRESOLVED;
import static io.carat.core.decision.RejectionCode.VERSION_IMMUTABLE;
import static io.carat.core.decision.RejectionCode.WALLET_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.catalogue.CatalogueCommand.ListGame;
import io.carat.core.configuration.ConfigurationCommand.ActivateFirstTopology;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import io.carat.core.configuration.ConfigurationCommand.DefinePolicy;
import io.carat.core.configuration.ConfigurationCommand.DefineTopology;
import io.carat.core.configuration.ConfigurationCommand.RegisterGame;
import io.carat.core.configuration.ConfigurationCommand.RegisterProvider;
import io.carat.core.decision.AuditNote;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyEvent.PolicyDefined;
import io.carat.core.policy.PolicyState;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyEvent.TopologyDefined;
import io.carat.core.topology.TopologyRef;
import io.carat.core.topology.TopologyState;
import io.carat.core.wallet.ReadWallet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private static final Policy SPORTS = SeedsForTest.policy("SPORTS");

    @Test
    void changesNothingWhenItHolds() {
        LedgerScenario play = LedgerScenario.split();
        int before = play.size();
        play.accepts(() -> play.send(new DefineBrand("acme", List.of("KRW", "EUR"), "UTC")));
        play.accepts(() -> play.send(new RegisterProvider("generic")));
        play.accepts(() -> play.send(new RegisterGame("generic", "slots-1", "SLOTS")));
        play.accepts(() -> play.send(new DefineTopology(SeedsForTest.split())));
        play.accepts(() -> play.send(new DefinePolicy(SPORTS)));
        play.accepts(() -> play.send(new ActivateFirstTopology(new TopologyRef("RUBY_SPLIT_V1", 1))));
        assertThat(play.size()).isEqualTo(before);
    }

    @Test
    void keepsWhatStaffHaveSetWhenItStartsAgain() {
        LedgerScenario play = LedgerScenario.split();
        AuditNote audit = new AuditNote("first-admin", "the provider moved it");
        play.accepts(() -> play.send(new ListGame("generic", "sports-1", "SLOTS", audit)));
        play.accepts(() -> play.send(new RegisterGame("generic", "sports-1", "SPORTS")));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 100));
        play.accepts(() -> play.bet("b1", 100));
        assertThat(play.balances()).isEqualTo("CASINO_NORMAL 0+100");
    }

    @Test
    void keepsVersionsAsTheyAre() {
        LedgerScenario play = LedgerScenario.split();
        Policy edited = SeedsForTest.with(SPORTS, WithdrawablePolicy.FORBIDDEN);
        play.refuses(VERSION_IMMUTABLE, () -> play.send(new DefinePolicy(edited)));
        Topology smaller = Topology.of("RUBY_SPLIT_V1", 1, List.of(), List.of());
        play.refuses(VERSION_IMMUTABLE, () -> play.send(new DefineTopology(smaller)));
        play.accepts(() -> play.send(new DefinePolicy(SeedsForTest.withVersion(edited, 2))));
    }

    @Test
    void leavesAnActiveTopologyActive() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.send(new DefineTopology(SeedsForTest.unified())));
        play.accepts(
                () -> play.send(new ActivateFirstTopology(SeedsForTest.unified().ref())));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 100));
        assertThat(play.snapshot().topology()).isEqualTo(SeedsForTest.split().ref());
    }

    @Test
    void activatesOnlyWhatIsDefined() {
        LedgerScenario play = LedgerScenario.split();
        play.refuses(
                POLICY_UNRESOLVED, () -> play.send(new ActivateFirstTopology(new TopologyRef("RUBY_SPLIT_V1", 2))));
        play.refuses(POLICY_UNRESOLVED, () -> play.send(new ActivateFirstTopology(new TopologyRef("OTHER", 1))));
    }

    @Test
    void refusesGamesThatNoCatalogueListsAndProductsThatNoRouteServes() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 100));
        play.refuses(INVALID_GAME, () -> play.bet("b1", "sports-2", 100, null));
        play.accepts(() -> play.send(new RegisterGame("generic", "bingo-1", "BINGO")));
        play.refuses(POLICY_UNRESOLVED, () -> play.bet("b2", "bingo-1", 100, null));
    }

    @Test
    void readsEveryBucketOfTheActiveTopology() {
        LedgerScenario play = LedgerScenario.split();
        play.refuses(WALLET_NOT_FOUND, () -> play.send(new ReadWallet("acme", LedgerScenario.PLAYER, "KRW")));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 100));
        play.refuses(WALLET_NOT_FOUND, () -> play.send(new ReadWallet("acme", LedgerScenario.PLAYER, "EUR")));
        play.refuses(WALLET_NOT_FOUND, () -> play.send(new ReadWallet("other", LedgerScenario.PLAYER, "KRW")));
        assertThat(play.snapshot().buckets())
                .extracting(bucket -> bucket.type())
                .containsExactly(
                        "SPORTS_NORMAL", "SPORTS_BONUS", "CASINO_NORMAL", "CASINO_BONUS", "WITHDRAWABLE", "POINTS");
    }

    @Test
    void servesEveryProductFromTheCommonPairWhenUnified() {
        LedgerScenario play = LedgerScenario.under(SeedsForTest.unified(), SPORTS, SeedsForTest.policy("CASINO"));
        play.accepts(() -> play.deposit("COMMON_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", "slots-1", 4_000, null));
        play.accepts(() -> play.bet("b2", "sports-1", 4_000, null));
        assertThat(play.balances()).isEqualTo("COMMON_NORMAL 2000+8000");
    }

    @Test
    void namesOnlyBrandsThatIdsCanCarry() {
        for (String brandId : List.of("", "Acme", "a.b", "a:b", "x".repeat(41))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new DefineBrand(brandId, List.of("KRW"), "UTC"));
        }
    }

    @Test
    void refusesHistoriesThatDefineAVersionTwice() {
        PolicyDefined policy = new PolicyDefined("policy:SPORTS", SPORTS);
        PolicyState policies = PolicyState.evolve(null, policy);
        assertThatIllegalStateException().isThrownBy(() -> PolicyState.evolve(policies, policy));
        TopologyDefined topology = new TopologyDefined("topology:RUBY_SPLIT_V1", SeedsForTest.split());
        TopologyState topologies = TopologyState.evolve(null, topology);
        assertThatIllegalStateException().isThrownBy(() -> TopologyState.evolve(topologies, topology));
    }

    @Test
    void refusesATopologyWithoutExactlyOneWithdrawable() {
        BucketType extra = new BucketType("W2", BucketRole.WITHDRAWABLE);
        Topology two = Topology.of("T", 1, List.of(new BucketType("W1", BucketRole.WITHDRAWABLE), extra), List.of());
        assertThatIllegalStateException().isThrownBy(two::withdrawable);
    }
}
