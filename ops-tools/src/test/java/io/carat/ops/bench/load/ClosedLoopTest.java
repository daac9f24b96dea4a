package io.carat.ops.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.bench.host.PostgresMeter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final double SECONDS = 0.2;

    private final AtomicLong steps = new AtomicLong();

    @Test
    void countsWhatEndsWithinTheWindowOnly() {
        Client client = recording -> {
            steps.incrementAndGet();
            recording.done(Operation.TRANSFER, System.nanoTime());
        };
        RunResult result = run(ClosedLoop.virtual(), client, client);
        assertThat(result.operations()).isPositive().isLessThan(steps.get());
        assertThat(result.seconds()).isEqualTo(SECONDS);
        assertThat(result.latencies()).containsOnlyKeys("transfer");
        assertThat(result.perSecond()).isEqualTo(result.operations() / SECONDS);
    }

    @Test
    void neverAsksAgainBeforeTheAnswer() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Client client = recording -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            underWay.decrementAndGet();
        };
        run(ClosedLoop.platform(), client, client, client);
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void goesOnAfterAFailureAndTellsTheFirst() {
        RunResult result = run(ClosedLoop.virtual(), recording -> {
            if (steps.incrementAndGet() <= 2) {
                throw new IllegalStateException("failure " + steps);
            }
            recording.done(Operation.SETTLE, System.nanoTime());
        });
        assertThat(result.failures()).isEqualTo(2);
        assertThat(result.firstFailure()).contains("failure 1");
        assertThat(result.operations()).isPositive();
    }

    @Test
    void givesUpOnAContestantThatIsBroken() {
        RunResult result = run(ClosedLoop.virtual(), recording -> {
            steps.incrementAndGet();
            throw new IllegalStateException("always");
        });
        assertThat(result.failures()).isEqualTo(Recording.MAX_FAILURES).isEqualTo(steps.get());
        assertThat(result.operations()).isZero();
    }

    @Test
    void measuresTheGrowthOfTheLog() {
        AtomicLong position = new AtomicLong(100);
        Meters meters = Meters.inProcess(new PostgresMeter(0), () -> position.getAndAdd(42));
        RunResult result = ClosedLoop.virtual().run(SECONDS, List.of(recording -> {}), meters);
        assertThat(result.events()).isEqualTo(42);
        assertThat(result.eventsPerSecond()).isEqualTo(42 / SECONDS);
    }

    private static RunResult run(ClosedLoop loop, Client... clients) {
        return loop.run(SECONDS, List.of(clients), Meters.inProcess(new PostgresMeter(0), () -> 0));
    }
}
