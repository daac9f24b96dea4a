package io.carat.ops.bench.load;

import io.carat.ops.client.CaratFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Players who deposit, and then bet and have their bets settled for the time of a run. */
public final class BetLoad {

    /** Enough for any run. */
    private static final long DEPOSIT_MINOR = 1_000_000_000_000L;

    /** Where one client's bets go. */
    @FunctionalInterface
    public interface Desks {

        /** A desk for one client. */
        BetDesk open() throws IOException;
    }

    private final Desks desks;
    private final List<String> providers;

    /** Brings bets of these providers to these desks. */
    public BetLoad(Desks desks, List<String> providers) {
        this.desks = desks;
        this.providers = List.copyOf(providers);
    }

    /**
     * One run with players of its own, whose deposits are not measured.
     *
     * @throws CaratFailure when a deposit is refused
     */
    public RunResult run(RunSpec spec, Meters meters) {
        List<BetDesk> open = new ArrayList<>();
        try {
            for (int client = 0; client < spec.concurrency(); client++) {
                open.add(desks.open());
            }
            deposit(spec, open);
            return ClosedLoop.virtual().run(spec.seconds(), clients(spec, open), meters);
        } catch (CaratFailure e) {
            throw e;
        } catch (Exception e) {
            throw new CaratFailure("The players of the benchmark cannot begin: " + e.getMessage(), e);
        } finally {
            open.forEach(BetLoad::close);
        }
    }

    private static void deposit(RunSpec spec, List<BetDesk> open) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> shares = new ArrayList<>();
            for (int client = 0; client < open.size(); client++) {
                int first = client;
                shares.add(threads.submit(() -> deposit(spec, open.get(first), first)));
            }
            for (Future<?> share : shares) {
                share.get();
            }
        } catch (ExecutionException e) {
            e.printStackTrace();
            throw new CaratFailure("A deposit failed: " + e.getCause(), e);
        }
    }

    private static Object deposit(RunSpec spec, BetDesk desk, int first) throws Exception {
        for (int player = first; player < playersOf(spec); player += spec.concurrency()) {
            desk.deposit(player(spec, player), DEPOSIT_MINOR);
        }
        return desk;
    }

    private List<BetClient> clients(RunSpec spec, List<BetDesk> open) {
        ToIntFunction<SplittableRandom> players = spec.load().among(playersOf(spec));
        Function<SplittableRandom, String> provider = spec.provider().among(providers);
        List<BetClient> clients = new ArrayList<>();
        for (int client = 0; client < open.size(); client++) {
            clients.add(new BetClient(
                    open.get(client),
                    spec.id() + "-" + client,
                    spec.seed() * 1_000_003 + client,
                    players,
                    number -> player(spec, number),
                    provider));
        }
        return clients;
    }

    private static int playersOf(RunSpec spec) {
        return spec.load() == Load.ONE_HOT ? 1 : spec.players();
    }

    private static String player(RunSpec spec, int number) {
        return "bench-" + spec.id() + "-" + number;
    }

    private static void close(BetDesk desk) {
        try {
            desk.close();
        } catch (IOException e) {
            throw new CaratFailure("A connection cannot be closed: " + e.getMessage(), e);
        }
    }
}
