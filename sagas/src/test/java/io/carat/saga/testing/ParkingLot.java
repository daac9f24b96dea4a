package io.carat.saga.testing;

import io.carat.core.testing.TestDatabase;
import io.carat.saga.rolling.RollingCreationSaga;
import io.carat.saga.shell.ParkedCommands;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database in which commands can be parked. */
public final class ParkingLot implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh().migrate();
    private final ParkedCommands parked = new ParkedCommands(database.dataSource(), RollingCreationSaga.COMMANDS);

    /** The commands parked in it. */
    public ParkedCommands parked() {
        return parked;
    }

    /** A transaction of its own for each use. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    }

    /** SQL as an operator would type it. */
    public JdbcClient sql() {
        return JdbcClient.create(database.dataSource());
    }

    /** The parked commands as {@code "command-id attempts cause"}, with {@code "| waits"} when an operator is needed. */
    public List<String> rows() {
        return sql().sql("""
            SELECT command_id || ' ' || attempts || ' ' || cause
                || CASE WHEN next_attempt_at IS NULL THEN ' | waits' ELSE '' END
            FROM saga_parked ORDER BY command_id\
            """).query((row, number) -> row.getString(1)).list();
    }

    @Override
    public void close() {
        database.close();
    }
}
