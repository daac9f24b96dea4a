package io.carat.ops.bench.contestant;

import io.carat.ops.bench.host.Target;
import io.carat.ops.bench.load.Load;
import io.carat.ops.bench.load.ProviderChoice;
import io.carat.ops.bench.load.RunSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Events that the engine itself has written, whole streams of them, to be sent again as others.
 *
 * @param base the position before the first of them; they follow each other without gaps
 * @param events in the order of their positions
 * @param heads of their streams
 */
record EventTemplates(long base, List<RowTemplate> events, List<RowTemplate> heads) {

    private static final int PLAYERS = 50;
    private static final int CLIENTS = 32;

    EventTemplates {
        events = List.copyOf(events);
        heads = List.copyOf(heads);
    }

    /** Lets players bet in a database that has none yet until there are so many events. */
    static EventTemplates make(Target target, int wanted) {
        long base;
        try (EngineLedger ledger = EngineLedger.open(target);
                LedgerContestant engine = new LedgerContestant(ledger, target)) {
            base = ledger.position();
            for (int run = 1; ledger.position() - base < wanted; run++) {
                engine.run(new RunSpec("t" + run, 0.5, PLAYERS, CLIENTS, Load.UNIFORM, ProviderChoice.SPREAD, run));
            }
        }
        return Sql.with(target::connect, connection -> read(connection, base));
    }

    private static EventTemplates read(Connection connection, long base) throws SQLException {
        return new EventTemplates(
                base,
                new BinaryCopy(connection, "public.domain_event").read("position > " + base + " ORDER BY position"),
                new BinaryCopy(connection, "public.stream_head").read("first_position > " + base));
    }
}
