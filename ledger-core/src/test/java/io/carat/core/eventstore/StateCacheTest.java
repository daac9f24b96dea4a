package io.carat.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.eventstore.StateCache.Submission;
import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.StreamVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateCacheTest {

    private final StateCache cache = new StateCache();

    private static CachedState state(long sequence) {
        return new CachedState(new StreamVersion(sequence, Hash.ZERO), "state " + sequence);
    }

    @Test
    void keepsEverySubmittedStateHoweverManyThereAre() {
        for (int i = 0; i < StateCache.MAX_STATES * 2; i++) {
            cache.submit(Map.of("stream-" + i, state(i)));
        }

        assertThat(cache.find("stream-0")).isEqualTo(state(0));
    }

    @Test
    void keepsTheLaterStateWhoeverIsHeardFirst() {
        Submission first = cache.submit(Map.of("a", state(1)));
        Submission second = cache.submit(Map.of("a", state(2)));
        cache.stored(second, List.of("a"));
        cache.stored(first, List.of("a"));

        assertThat(cache.find("a")).isEqualTo(state(2));
    }

    @Test
    void keepsAStateThatIsOnItsWayWhenAnEarlierOneIsStored() {
        Submission first = cache.submit(Map.of("a", state(1)));
        cache.submit(Map.of("a", state(2)));
        cache.stored(first, List.of());

        assertThat(cache.find("a")).isEqualTo(state(2));
    }

    @Test
    void assumesNothingOfAStreamThatAnAppendHasFailedOn() {
        assertThat(cache.mayAssumeAbsent("a")).isTrue();
        cache.failed(cache.submit(Map.of("a", state(0))), List.of("a"));

        assertThat(cache.find("a")).isNull();
        assertThat(cache.mayAssumeAbsent("a")).isFalse();

        cache.putRead("a", state(5));
        assertThat(cache.find("a")).isEqualTo(state(5));
    }

    @Test
    void doesNotReplaceAStateByAnOlderOneThatWasRead() {
        cache.stored(cache.submit(Map.of("a", state(3))), List.of("a"));
        cache.putRead("a", state(2));

        assertThat(cache.find("a")).isEqualTo(state(3));
    }

    @Test
    void doesNotKeepWhatIsNotWorthIt() {
        cache.stored(cache.submit(Map.of("claim", state(0))), List.of());

        assertThat(cache.find("claim")).isNull();
        assertThat(cache.mayAssumeAbsent("claim")).isTrue();
    }

    @Test
    void waitsForWhatIsOnItsWayOnly() throws Exception {
        Submission submission = cache.submit(Map.of("a", state(1)));
        cache.awaitSettled("b");
        CompletableFuture<@Nullable CachedState> settled = CompletableFuture.supplyAsync(() -> {
            cache.awaitSettled("a");
            return cache.find("a");
        });
        assertThat(settled).isNotDone();

        cache.failed(submission, List.of("a"));

        assertThat(settled.get(10, TimeUnit.SECONDS)).isNull();
    }
}
