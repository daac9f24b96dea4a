package io.carat.projection;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far processors have come, read from the tokens that they store together with their rows. In one REPEATABLE READ
 * transaction the position and the rows belong together.
 */
public final class ProjectionPosition {

    private final JdbcClient jdbc;

    /** Reads the tokens of this database. */
    public ProjectionPosition(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The global position up to which a processor has taken every event; 0 before the first. */
    public long of(String processor) {
        return jdbc.sql("""
            SELECT coalesce(min(projection.token_position(token)), 0)
            FROM token_entry WHERE processor_name = :processor\
            """).param("processor", processor).query(Long.class).single();
    }
}
