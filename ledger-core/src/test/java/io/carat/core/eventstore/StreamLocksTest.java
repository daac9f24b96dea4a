package io.carat.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.junit.jupiter.api.Test;

class StreamLocksTest {

    @Test
    void letsOneHolderInAndTheNextWhenItLeaves() {
        StreamLocks locks = new StreamLocks(10, Duration.ofSeconds(10));
        StreamLocks.Held first = locks.acquire("a");
        CompletableFuture<StreamLocks.Held> second = waiting(locks, "a");
        locks.acquire("b").release();

        assertThat(second).isNotDone();
        first.release();
        assertThat(EventStoreTestBed.await(second)).isNotNull();
    }

    @Test
    void refusesWhenTooManyWait() {
        StreamLocks locks = new StreamLocks(1, Duration.ofSeconds(10));
        StreamLocks.Held first = locks.acquire("a");
        CompletableFuture<StreamLocks.Held> second = waiting(locks, "a");
        await().until(() -> second.isDone() || locks.users("a") == 2);

        assertThatThrownBy(() -> locks.acquire("a"))
                .isInstanceOf(LockAcquisitionFailedException.class)
                .hasMessageContaining("wait for stream a");
        first.release();
        assertThat(EventStoreTestBed.await(second)).isNotNull();
    }

    @Test
    void refusesWhenTheWaitIsTooLong() {
        StreamLocks locks = new StreamLocks(10, Duration.ofMillis(20));
        StreamLocks.Held first = locks.acquire("a");

        assertThatThrownBy(() -> EventStoreTestBed.await(waiting(locks, "a")))
                .hasRootCauseInstanceOf(LockAcquisitionFailedException.class);
        first.release();
        assertThat(locks.users("a"))
                .as("nothing is left of a stream that nobody uses")
                .isZero();
    }

    private static CompletableFuture<StreamLocks.Held> waiting(StreamLocks locks, String streamId) {
        return CompletableFuture.supplyAsync(
                () -> {
                    StreamLocks.Held held = locks.acquire(streamId);
                    held.release();
                    return held;
                },
                Thread.ofVirtual()::start);
    }
}
