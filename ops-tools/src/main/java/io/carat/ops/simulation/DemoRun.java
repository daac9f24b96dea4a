package io.carat.ops.simulation;

import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.LedgerReads;
import io.carat.ops.client.NoAnswer;
import io.carat.ops.client.Patience;
import io.carat.ops.client.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Lets all players play at once, each on a virtual thread of its own. */
public final class DemoRun {

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(30);
    private static final double NANOS_PER_SECOND = 1e9;

    private final LedgerClient client;
    private final DemoOptions options;
    private final Journal journal;
    private final Tally tally = new Tally();

    /** A run against this client's server. */
    public DemoRun(LedgerClient client, DemoOptions options, Journal journal) {
        this.client = client;
        this.options = options;
        this.journal = journal;
    }

    /**
     * Plays and waits for the last player; the listener hears of the progress each second.
     *
     * @throws CaratFailure when there is no server to begin with, within the players' patience
     */
    public DemoReport run(Consumer<DemoProgress> listener) throws InterruptedException {
        Topology topology = new LedgerReads(client, patience()).topology();
        long start = System.nanoTime();
        long end = start + Duration.ofSeconds(options.seconds()).toNanos();
        try (Pace pace = new Pace(options.rate())) {
            Exchange exchange = new PacedExchange(client, patience(), pace, tally, journal);
            List<Thread> players = IntStream.range(0, options.players())
                    .mapToObj(player -> new DemoPlayer(options, player, topology, exchange))
                    .map(player -> Thread.ofVirtual().start(() -> play(player, end)))
                    .toList();
            watch(players, start, end, listener);
            return DemoReport.of(options, tally, pace.missed(), seconds(start));
        }
    }

    private Patience patience() {
        return new Patience(Duration.ofSeconds(options.patienceSeconds()));
    }

    private void play(DemoPlayer player, long end) {
        try {
            player.play(() -> System.nanoTime() - end >= 0);
        } catch (NoAnswer e) {
            tally.error(String.valueOf(e.getMessage()));
        } catch (CaratFailure e) {
            tally.unexpected(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            tally.unexpected("A defect of the demo: " + e);
        }
    }

    /** Tells the progress until the last player is done; stops players that do not finish after the end. */
    private void watch(List<Thread> players, long start, long end, Consumer<DemoProgress> listener)
            throws InterruptedException {
        long patienceEnd = end + FINISH_WITHIN.toNanos() + patience().limit().toNanos();
        List<Thread> playing = new ArrayList<>(players);
        for (int i = 1; !playing.isEmpty(); i++) {
            awaitUntil(start + i * PROGRESS_EVERY.toNanos(), playing);
            listener.accept(DemoProgress.of(tally, seconds(start)));
            if (System.nanoTime() - patienceEnd >= 0) {
                playing.forEach(Thread::interrupt);
            }
        }
    }

    private static void awaitUntil(long next, List<Thread> playing) throws InterruptedException {
        while (!playing.isEmpty() && System.nanoTime() - next < 0) {
            playing.getFirst().join(Duration.ofNanos(Math.max(1, next - System.nanoTime())));
            playing.removeIf(player -> !player.isAlive());
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }
}
