package io.carat.projection.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which topologies there are, as the read model knows them. */
public final class TopologyCodes {

    private final JdbcClient jdbc;

    /** Reads this database. */
    public TopologyCodes(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * A topology.
     *
     * @param versions the numbers of its versions, lowest first
     * @param active the version that is in force; null for every topology but one
     */
    public record Listed(
            String code, List<Integer> versions, @Nullable Integer active) {
        public Listed {
            versions = List.copyOf(versions);
        }
    }

    private record Row(String code, int version, boolean active) {}

    /** Every topology, by code. */
    public List<Listed> list() {
        Map<String, List<Row>> byCode = new LinkedHashMap<>();
        jdbc
                .sql("SELECT topology_code, topology_version, active FROM wallet_topology ORDER BY 1, 2")
                .query((row, number) -> new Row(row.getString(1), row.getInt(2), row.getBoolean(3)))
                .stream()
                .forEach(row -> byCode.computeIfAbsent(row.code, code -> new ArrayList<>())
                        .add(row));
        return byCode.entrySet().stream()
                .map(topology -> listed(topology.getKey(), topology.getValue()))
                .toList();
    }

    private static Listed listed(String code, List<Row> versions) {
        return new Listed(
                code,
                versions.stream().map(Row::version).toList(),
                versions.stream()
                        .filter(Row::active)
                        .map(Row::version)
                        .findFirst()
                        .orElse(null));
    }
}
