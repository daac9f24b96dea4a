package io.carat.ops.bench.contestant;

import io.carat.ops.bench.host.Target;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Fills an event store with copies of events that the engine has written: whole streams with their heads, in gapless
 * positions. Payloads and hashes are those of the originals, so the store can be run on, but not audited.
 */
final class Prefill {

    private static final int BATCH_ROWS = 20_000;

    private final Connection connection;
    private final EventTemplates templates;

    private Prefill(Connection connection, EventTemplates templates) {
        this.connection = connection;
        this.templates = templates;
    }

    /**
     * Adds at least so many events to an empty database.
     *
     * @param templateEvents how many of them are different
     */
    static void into(Target target, long events, int templateEvents) {
        EventTemplates templates = EventTemplates.make(target, templateEvents);
        Sql.with(target::connect, connection -> {
            new Prefill(connection, templates).fill(events);
            return events;
        });
    }

    private void fill(long events) throws SQLException {
        long passes =
                (events + templates.events().size() - 1) / templates.events().size();
        long end = templates.base() + (passes + 1) * templates.events().size();
        Sql.execute(connection, "SELECT ensure_event_partitions(" + end + ")", "SET synchronous_commit = off");
        copy("public.domain_event", templates.events(), passes);
        copy("public.stream_head", templates.heads(), passes);
        Sql.execute(
                connection,
                "UPDATE event_log_head SET last_position = (SELECT max(position) FROM domain_event)",
                "SET synchronous_commit = on",
                "VACUUM (ANALYZE) domain_event",
                "VACUUM (ANALYZE) stream_head");
    }

    private void copy(String table, List<RowTemplate> rows, long passes) throws SQLException {
        long templateCount = templates.events().size();
        BinaryCopy copy = new BinaryCopy(connection, table);
        RawRows supply = new RawRows(rows, templates.base(), templates.base() + templateCount, templateCount);
        ByteBuffer buffer = supply.buffer(BATCH_ROWS);
        for (long left = passes * rows.size(); left > 0; left -= BATCH_ROWS) {
            BinaryCopy.begin(buffer);
            for (long row = 0; row < Math.min(left, BATCH_ROWS); row++) {
                supply.write(buffer);
            }
            copy.send(buffer);
        }
    }
}
