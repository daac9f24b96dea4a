package io.carat.projection.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.decision.AuditNote;
import io.carat.core.policy.BetLimits;
import io.carat.core.policy.FundingMode;
import io.carat.core.policy.FundingRule;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PointsTerms;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyEvent.PolicyActivated;
import io.carat.core.policy.PolicyEvent.PolicyCreated;
import io.carat.core.policy.PolicyEvent.PolicyDefined;
import io.carat.core.policy.PolicyRef;
import io.carat.core.policy.RollingTerms;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.PlatformEvent.TopologyActivated;
import io.carat.core.topology.PlatformEvent.TopologySwitched;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyEvent.TopologyCreated;
import io.carat.core.topology.TopologyEvent.TopologyDefined;
import io.carat.core.topology.TopologyRef;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.WalletScript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopologyProjectionTest {

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final WalletScript script = new WalletScript();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void showsWhichTopologyIsActive() {
        script.append(defined("A")).append(defined("B")).append(activated("A")).append(activated("B"));
        database.project(script.events()).project(script.events());

        assertThat(database.rows("SELECT topology_code, active, definition -> 'buckets' -> 0 ->> 'role' AS role"
                        + " FROM wallet_topology ORDER BY topology_code"))
                .containsExactly(
                        Map.of("topology_code", "A", "active", false, "role", "NORMAL"),
                        Map.of("topology_code", "B", "active", true, "role", "NORMAL"));
    }

    @Test
    void showsWhatStaffHaveMadeAndPutInForce() {
        AuditNote audit = new AuditNote("ann", "as agreed");
        TopologyRef first = new TopologyRef("A", 1);
        TopologyRef second = new TopologyRef("A", 2);
        script.append(defined("A"))
                .append(activated("A"))
                .append(new TopologyCreated(
                        "topology:A", defined("A").topology().withVersion(2), audit))
                .append(new TopologySwitched("platform", second, first, 3, audit));
        database.project(script.events()).project(script.events());

        assertThat(database.rows("SELECT topology_version, active FROM wallet_topology ORDER BY topology_version"))
                .containsExactly(
                        Map.of("topology_version", 1, "active", false), Map.of("topology_version", 2, "active", true));
    }

    @Test
    void refusesTheActivationOfAVersionThatIsNotThere() {
        script.append(activated("A"));

        assertThatThrownBy(() -> database.project(script.events())).isInstanceOf(ProjectionGapException.class);
    }

    @Test
    void keepsEveryVersionOfAPolicyAndActivatesTheLast() {
        script.append(policy(1)).append(policy(2));
        database.project(script.events()).project(script.events());

        assertThat(database.rows("SELECT policy_version, active, definition #>> '{funding,mode}' AS mode"
                        + " FROM wallet_policy ORDER BY policy_version"))
                .containsExactly(
                        Map.of("policy_version", 1, "active", false, "mode", "MIXED"),
                        Map.of("policy_version", 2, "active", true, "mode", "MIXED"));
    }

    @Test
    void showsAPolicyAsMadeAndAsActivated() {
        AuditNote audit = new AuditNote("ann", "as agreed");
        script.append(policy(1))
                .append(new PolicyCreated("policy:SPORTS", policy(2).policy(), audit))
                .append(new PolicyCreated("policy:SPORTS", policy(3).policy(), audit))
                .append(new PolicyActivated("policy:SPORTS", new PolicyRef("SPORTS", 2), audit));
        database.project(script.events()).project(script.events());

        assertThat(database.rows("SELECT policy_version, active FROM wallet_policy ORDER BY policy_version"))
                .containsExactly(
                        Map.of("policy_version", 1, "active", false),
                        Map.of("policy_version", 2, "active", true),
                        Map.of("policy_version", 3, "active", false));
    }

    @Test
    void refusesTheActivationOfAPolicyThatIsNotThere() {
        script.append(policy(1))
                .append(new PolicyActivated(
                        "policy:SPORTS", new PolicyRef("SPORTS", 2), new AuditNote("ann", "as agreed")));

        assertThatThrownBy(() -> database.project(script.events())).isInstanceOf(ProjectionGapException.class);
    }

    private static TopologyDefined defined(String code) {
        return new TopologyDefined(
                "topology:" + code,
                Topology.of(
                        code,
                        1,
                        List.of(new BucketType("N", BucketRole.NORMAL)),
                        List.of(new ProductRoute("SPORTS", "N", "B", "SPORTS"))));
    }

    private static TopologyActivated activated(String code) {
        return new TopologyActivated("platform", new TopologyRef(code, 1));
    }

    private static PolicyDefined policy(int version) {
        RollingTerms rolling = new RollingTerms(10_000, Map.of());
        return new PolicyDefined(
                "policy:SPORTS",
                new Policy(
                        "SPORTS",
                        version,
                        new FundingRule(
                                FundingMode.MIXED,
                                List.of(FundingSource.BONUS),
                                Map.of(),
                                WithdrawablePolicy.LAST_RESORT_RESTORE),
                        BetLimits.NONE,
                        rolling,
                        rolling,
                        rolling,
                        new PointsTerms(100, 10, 30_000),
                        Map.of("KRW", 500L)));
    }
}
