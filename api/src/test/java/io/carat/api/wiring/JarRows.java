package io.carat.api.wiring;

import io.carat.api.wiring.Jar.Filled;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projection that writes a row and then fails if told to. */
@ProcessingGroup(JarRows.PROCESSOR)
class JarRows {

    static final String PROCESSOR = "jar-rows";

    private final JdbcClient jdbc;
    private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    JarRows(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql("CREATE TABLE IF NOT EXISTS jar_row (jar_id text, amount int)").update();
    }

    @EventHandler
    void on(Filled filled) {
        jdbc.sql("INSERT INTO jar_row VALUES (?, ?)")
                .params(filled.jarId(), filled.amount())
                .update();
        deliveries.merge(filled.jarId(), 1, Integer::sum);
        if (failing.contains(filled.jarId())) {
            throw new IllegalStateException("told to fail");
        }
    }

    @ResetHandler
    void onReset() {
        jdbc.sql("DELETE FROM jar_row").update();
    }

    void failOn(String jarId) {
        failing.add(jarId);
    }

    void succeedOn(String jarId) {
        failing.remove(jarId);
    }

    int deliveriesOf(String jarId) {
        return deliveries.getOrDefault(jarId, 0);
    }

    long rowsOf(String jarId) {
        return jdbc.sql("SELECT count(*) FROM jar_row WHERE jar_id = ?")
                .param(jarId)
                .query(Long.class)
                .single();
    }
}
