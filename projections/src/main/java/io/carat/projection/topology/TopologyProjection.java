package io.carat.projection.topology;

import io.carat.core.decision.LedgerEvent;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyEvent;
import io.carat.core.policy.PolicyEvent.PolicyActivated;
import io.carat.core.policy.PolicyEvent.PolicyCreated;
import io.carat.core.policy.PolicyEvent.PolicyDefined;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.PlatformEvent;
import io.carat.core.topology.PlatformEvent.TopologyActivated;
import io.carat.core.topology.PlatformEvent.TopologySwitched;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyEvent.TopologyCreated;
import io.carat.core.topology.TopologyEvent.TopologyDefined;
import io.carat.core.topology.TopologyRef;
import io.carat.projection.EventPosition;
import io.carat.projection.ProjectionGapException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes topologies and policies. An event that is delivered again changes nothing. */
@ProcessingGroup(TopologyProjection.PROCESSOR)
public final class TopologyProjection {

    /** The name of the processor. */
    public static final String PROCESSOR = "wallet-topology";

    private static final String DEFINE_TOPOLOGY = """
        INSERT INTO projection.wallet_topology (topology_code, topology_version, definition, position, defined_at)
        VALUES (:code, :version, CAST(:definition AS jsonb), :position, :at)
        ON CONFLICT (topology_code, topology_version) DO NOTHING\
        """;

    private static final String ACTIVATE_TOPOLOGY = """
        UPDATE projection.wallet_topology SET active = true, activated_at = :at, position = :position
        WHERE topology_code = :code AND topology_version = :version AND position <= :position\
        """;

    private static final String DEFINE_POLICY = """
        INSERT INTO projection.wallet_policy (policy_code, policy_version, active, definition, position, defined_at)
        VALUES (:code, :version, false, CAST(:definition AS jsonb), :position, :at)\
        """;

    private static final String ACTIVATE_POLICY = """
        UPDATE projection.wallet_policy SET active = true, position = :position
        WHERE policy_code = :code AND policy_version = :version AND position <= :position\
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    /** Writes to this database, in the caller's transaction. */
    public TopologyProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Adds a version, not active. */
    @EventHandler
    public void on(TopologyDefined event, TrackingToken token, @Timestamp Instant at) {
        add(event.topology(), token, at);
    }

    /** Adds a version, not active. */
    @EventHandler
    public void on(TopologyCreated event, TrackingToken token, @Timestamp Instant at) {
        add(event.topology(), token, at);
    }

    /**
     * Makes a version the active one.
     *
     * @throws ProjectionGapException if that version is not there
     */
    @EventHandler
    public void on(TopologyActivated event, TrackingToken token, @Timestamp Instant at) {
        activate(event, event.topology(), token, at);
    }

    /**
     * Makes a version the active one.
     *
     * @throws ProjectionGapException if that version is not there
     */
    @EventHandler
    public void on(TopologySwitched event, TrackingToken token, @Timestamp Instant at) {
        activate(event, event.topology(), token, at);
    }

    /** Adds a version and makes it the active one. */
    @EventHandler
    public void on(PolicyDefined event, TrackingToken token, @Timestamp Instant at) {
        if (!holdsPolicyOf(token)) {
            add(event.policy(), token, at);
            activate(event, event.policy().ref(), token, at);
        }
    }

    /** Adds a version, not active. */
    @EventHandler
    public void on(PolicyCreated event, TrackingToken token, @Timestamp Instant at) {
        if (!holdsPolicyOf(token)) {
            add(event.policy(), token, at);
        }
    }

    /**
     * Makes a version the active one.
     *
     * @throws ProjectionGapException if that version is not there
     */
    @EventHandler
    public void on(PolicyActivated event, TrackingToken token, @Timestamp Instant at) {
        if (!holdsPolicyOf(token)) {
            activate(event, event.policy(), token, at);
        }
    }

    private void add(Topology topology, TrackingToken token, Instant at) {
        placed(DEFINE_TOPOLOGY, topology.code(), topology.version(), token, at)
                .param("definition", json.writeValueAsString(topology))
                .update();
    }

    private void activate(PlatformEvent event, TopologyRef topology, TrackingToken token, Instant at) {
        if (holdsTopologyOf(token)) {
            return;
        }
        jdbc.sql("UPDATE projection.wallet_topology SET active = false WHERE active")
                .update();
        int activated = placed(ACTIVATE_TOPOLOGY, topology.code(), topology.version(), token, at)
                .update();
        if (activated != 1) {
            throw new ProjectionGapException(event, EventPosition.of(token));
        }
    }

    private void add(Policy policy, TrackingToken token, Instant at) {
        placed(DEFINE_POLICY, policy.code(), policy.version(), token, at)
                .param("definition", json.writeValueAsString(policy))
                .update();
    }

    private void activate(PolicyEvent event, PolicyRef policy, TrackingToken token, Instant at) {
        jdbc.sql("UPDATE projection.wallet_policy SET active = false WHERE policy_code = :code AND active")
                .param("code", policy.code())
                .update();
        int activated = placed(ACTIVATE_POLICY, policy.code(), policy.version(), token, at)
                .update();
        if (activated != 1) {
            throw new ProjectionGapException(event, EventPosition.of(token));
        }
    }

    /** Takes every other event without reading it: a processor that skips an event keeps its old token. */
    @EventHandler(payloadType = LedgerEvent.class)
    public void on(EventMessage<?> other) {
        // nothing of it is in these tables
    }

    /** Empties both tables, for a replay to fill them again. */
    @ResetHandler
    public void onReset() {
        jdbc.sql("TRUNCATE projection.wallet_topology, projection.wallet_policy")
                .update();
    }

    private boolean holdsTopologyOf(TrackingToken token) {
        return holds("SELECT EXISTS (SELECT FROM projection.wallet_topology WHERE position >= :position)", token);
    }

    private boolean holdsPolicyOf(TrackingToken token) {
        return holds("SELECT EXISTS (SELECT FROM projection.wallet_policy WHERE position >= :position)", token);
    }

    private boolean holds(String sql, TrackingToken token) {
        return jdbc.sql(sql)
                .param("position", EventPosition.of(token))
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec placed(String sql, String code, int version, TrackingToken token, Instant at) {
        return jdbc.sql(sql)
                .param("code", code)
                .param("version", version)
                .param("position", EventPosition.of(token))
                .param("at", at.atOffset(ZoneOffset.UTC));
    }
}
