package io.carat.api.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Numbers are handled, texts are not. */
class SparseStreamTest {

    private final ListedEvents log = new ListedEvents();
    private final SparseStream stream = new SparseStream(log, event -> event.getPayload() instanceof Integer);
    private final AtomicInteger wakes = new AtomicInteger();

    @Test
    void leavesOutWhatIsNotHandled() throws InterruptedException {
        log.append(1, "a", "b", 2, "c", 3);

        assertThat(available()).containsExactly(1, 2, 3);
        assertThat(stream.hasNextAvailable()).isFalse();
        assertThat(stream.peek()).isEmpty();
    }

    @Test
    void showsWhatItGivesNext() throws InterruptedException {
        log.append(1, "a", 2);

        assertThat(available()).hasSize(2);
        log.append("b", 3);

        assertThat(stream.peek().orElseThrow().getPayload()).isEqualTo(3);
        assertThat(stream.nextAvailable().getPayload()).isEqualTo(3);
    }

    @Test
    void givesTheLastEventAllTheSameSoThatTheTokenReachesTheEnd() throws InterruptedException {
        log.append(1, "a", "b");
        assertThat(available()).containsExactly(1);

        await().until(stream::hasNextAvailable);

        assertThat(stream.peek().orElseThrow().getPayload()).isEqualTo("b");
        assertThat(stream.nextAvailable().trackingToken().position()).hasValue(3);
        assertThat(stream.hasNextAvailable()).isFalse();
    }

    @Test
    void wakesTheReaderForAnEventThatItHasHeldBack() throws InterruptedException {
        stream.setOnAvailableCallback(wakes::incrementAndGet);
        log.append(1, "a");
        assertThat(available()).containsExactly(1);
        int before = wakes.get();

        await().until(() -> wakes.get() > before && stream.hasNextAvailable());
    }

    @Test
    void wakesTheReaderOnceForAppendsThatComeTogether() {
        stream.setOnAvailableCallback(wakes::incrementAndGet);
        for (int i = 0; i < 100; i++) {
            log.append(i);
        }

        await().until(() -> wakes.get() > 0);

        assertThat(wakes.get()).isLessThan(50);
    }

    @Test
    void waitsForAnEventNoLongerThanItIsTold() throws InterruptedException {
        log.append(1, "a");
        available();

        assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(stream.hasNextAvailable(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void wakesNobodyOnceItIsClosed() {
        stream.setOnAvailableCallback(wakes::incrementAndGet);

        stream.close();
        log.append(1);

        assertThat(log.isClosed()).isTrue();
        assertThat(wakes.get()).isZero();
    }

    private List<Object> available() throws InterruptedException {
        List<Object> given = new ArrayList<>();
        while (stream.hasNextAvailable()) {
            given.add(stream.nextAvailable().getPayload());
        }
        return given;
    }
}
