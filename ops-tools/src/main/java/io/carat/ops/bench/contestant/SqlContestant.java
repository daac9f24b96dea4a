package io.carat.ops.bench.contestant;

import io.carat.ops.bench.host.PostgresMeter;
import io.carat.ops.bench.host.Target;
import io.carat.ops.bench.load.ClosedLoop;
import io.carat.ops.bench.load.Load;
import io.carat.ops.bench.load.Meters;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;
import io.carat.ops.client.CaratFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A hand-written double-entry transfer: one prepared call of a function, one transaction, on several connections. */
final class SqlContestant implements Contestant {

    private static final String SCHEMA = "/io/carat/ops/bench/transfer.sql";
    private static final long BALANCE_MINOR = 1_000_000_000_000L;

    private final Target target;
    private final List<Integer> connections;
    private final boolean keyed;
    private final boolean hot;
    private final int accounts;
    private int best;

    /**
     * Makes tables and accounts in an empty database.
     *
     * @param connections numbers of connections to be tried in the warm-up; the fastest is kept
     * @param keyed whether each transfer comes under a request key that can be used once
     * @param hot whether every transfer touches the first account
     */
    SqlContestant(Target target, int accounts, List<Integer> connections, boolean keyed, boolean hot) {
        this.target = target;
        this.accounts = Math.max(2, accounts);
        this.connections = List.copyOf(connections);
        this.keyed = keyed;
        this.hot = hot;
        this.best = connections.getFirst();
        Sql.with(target::connect, connection -> {
            Sql.execute(
                    connection,
                    schema(),
                    "INSERT INTO account SELECT id, " + BALANCE_MINOR + " FROM generate_series(1, " + this.accounts
                            + ") AS id",
                    "VACUUM ANALYZE account");
            return best;
        });
    }

    private static String schema() {
        try (InputStream file = SqlContestant.class.getResourceAsStream(SCHEMA)) {
            return new String(Objects.requireNonNull(file, SCHEMA).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CaratFailure("The benchmark's own " + SCHEMA + " cannot be read.", e);
        }
    }

    @Override
    public RunResult warmUp(RunSpec spec) {
        RunSpec share = spec.lasting(spec.id(), spec.seconds() / connections.size());
        RunResult fastest = run(share, connections.getFirst());
        for (int count : connections.subList(1, connections.size())) {
            RunResult result = run(share, count);
            if (result.perSecond() > fastest.perSecond()) {
                fastest = result;
                best = count;
            }
        }
        return fastest;
    }

    @Override
    public RunResult run(RunSpec spec) {
        return run(spec, best);
    }

    private RunResult run(RunSpec spec, int count) {
        Meters meters = Meters.inProcess(new PostgresMeter(target.postmaster()), () -> 0);
        List<TransferClient> clients = new ArrayList<>();
        try {
            for (int number = 0; number < count; number++) {
                clients.add(new TransferClient(
                        target, hot ? Load.ONE_HOT : spec.load(), accounts, keyed, spec.seed() * 1_000_003 + number));
            }
            return ClosedLoop.platform().run(spec.seconds(), clients, meters);
        } finally {
            clients.forEach(TransferClient::close);
        }
    }

    @Override
    public void close() {}
}
