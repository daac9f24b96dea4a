package io.carat.projection.topology;

import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyRef;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Versions of topologies, as the read model knows them. */
public final class TopologyDefinitions {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    /** Reads this database. */
    public TopologyDefinitions(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A version; empty when the read model does not know it. */
    public Optional<Topology> find(TopologyRef topology) {
        return jdbc.sql("""
            SELECT definition FROM wallet_topology
            WHERE topology_code = :code AND topology_version = :version\
            """)
                .param("code", topology.code())
                .param("version", topology.version())
                .query(String.class)
                .optional()
                .map(definition -> json.readValue(definition, Topology.class));
    }
}
