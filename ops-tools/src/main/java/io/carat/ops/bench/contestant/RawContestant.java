package io.carat.ops.bench.contestant;

import io.carat.ops.bench.host.PostgresMeter;
import io.carat.ops.bench.host.Target;
import io.carat.ops.bench.load.ClosedLoop;
import io.carat.ops.bench.load.Meters;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The limit: rows of real events, sent by the client and appended by COPY to a table like the real one, with the same
 * indexes, on one connection, committed after each batch. Nothing is decided and nothing is checked.
 */
final class RawContestant implements Contestant {

    /** Rows per commit. */
    static final int BATCH_ROWS = 500;

    private static final String TABLE = "raw.domain_event";

    private final Target target;
    private final RawRows rows;

    /**
     * Makes the rows and the table in an empty database.
     *
     * @param events how many different rows there are
     */
    RawContestant(Target target, int events) {
        this.target = target;
        EventTemplates templates = EventTemplates.make(target, events);
        this.rows = new RawRows(
                templates.events(), templates.base(), 0, templates.events().size());
        Sql.with(target::connect, connection -> {
            LikeTable.create(connection, "public.domain_event", "raw", "domain_event");
            return TABLE;
        });
    }

    @Override
    public RunResult run(RunSpec spec) {
        Meters meters = Meters.inProcess(new PostgresMeter(target.postmaster()), () -> 0);
        return Sql.with(
                target::connect,
                connection -> ClosedLoop.platform()
                        .run(spec.seconds(), List.of(client(connection)), meters)
                        .times(BATCH_ROWS));
    }

    private RawClient client(Connection connection) throws SQLException {
        return new RawClient(new BinaryCopy(connection, TABLE), rows, BATCH_ROWS);
    }

    @Override
    public void close() {}
}
