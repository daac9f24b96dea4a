package io.carat.api.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.configuration.FirstStart;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.ProviderProfile.Bounds;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nobody waits for a provider that sends too much: not it, and no other. */
class CallbackGuardsTest {

    private final CallbackGuards guards = new CallbackGuards();

    private static ProviderProfile profile(String providerId, int callbacksPerSecond, int concurrentCallbacks) {
        ProviderProfile seeded = FirstStart.profiles().getFirst().profile();
        return new ProviderProfile(
                providerId,
                1,
                seeded.wire(),
                seeded.bets(),
                seeded.replies(),
                new Bounds(callbacksPerSecond, concurrentCallbacks));
    }

    @Test
    void refusesMoreAtOnceThanTheProfileAllows() throws Exception {
        ProviderProfile slow = profile("slow", 1_000, 1);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> guards.run(slow, () -> {
                    inside.countDown();
                    return awaited(leave);
                }));
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> guards.run(slow, () -> true))
                .isInstanceOfSatisfying(
                        CallbackRefusedException.class,
                        refused -> assertThat(refused.name()).isEqualTo("OVERLOADED"));
        assertThat(guards.run(profile("other", 1_000, 1), () -> true)).isTrue();
        leave.countDown();
        first.join();
        assertThat(guards.run(slow, () -> true)).isTrue();
    }

    @Test
    void refusesMoreInASecondThanTheProfileAllows() {
        ProviderProfile rare = profile("rare", 1, 10);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 50; i++) {
                        guards.run(rare, () -> true);
                    }
                })
                .isInstanceOfSatisfying(
                        CallbackRefusedException.class,
                        refused -> assertThat(refused.name()).isEqualTo("TOO_MANY_REQUESTS"));
        assertThat(guards.run(profile("rare", 100, 10), () -> true))
                .as("bounds of a new version are in force at once")
                .isTrue();
    }

    @Test
    void freesThePlaceOfACallbackThatFailed() {
        ProviderProfile one = profile("one", 1_000, 1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> guards.run(one, () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(guards.run(one, () -> true)).isTrue();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
