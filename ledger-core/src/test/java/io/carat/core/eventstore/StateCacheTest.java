package io.carat.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.StreamVersion;
import java.util.List;
import java.util.Map;
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
        cache.submit(Map.of("a", state(1)));
        cache.submit(Map.of("a", state(2)));
        cache.stored(Map.of("a", state(2)), List.of("a"));
        cache.stored(Map.of("a", state(1)), List.of("a"));

        assertThat(cache.find("a")).isEqualTo(state(2));
    }

    @Test
    void keepsAStateThatIsOnItsWayWhenAnEarlierOneIsStored() {
        cache.submit(Map.of("a", state(1)));
        cache.submit(Map.of("a", state(2)));
        cache.stored(Map.of("a", state(1)), List.of());

        assertThat(cache.find("a")).isEqualTo(state(2));
    }

    @Test
    void assumesNothingOfAStreamThatAnAppendHasFailedOn() {
        assertThat(cache.mayAssumeAbsent("a")).isTrue();
        cache.submit(Map.of("a", state(0)));
        cache.failed(Map.of("a", state(0)), List.of("a"));

        assertThat(cache.find("a")).isNull();
        assertThat(cache.mayAssumeAbsent("a")).isFalse();

        cache.putRead("a", state(5));
        assertThat(cache.find("a")).isEqualTo(state(5));
    }

    @Test
    void doesNotReplaceAStateByAnOlderOneThatWasRead() {
        cache.submit(Map.of("a", state(3)));
        cache.stored(Map.of("a", state(3)), List.of("a"));
        cache.putRead("a", state(2));

        assertThat(cache.find("a")).isEqualTo(state(3));
    }

    @Test
    void doesNotKeepWhatIsNotWorthIt() {
        cache.submit(Map.of("claim", state(0)));
        cache.stored(Map.of("claim", state(0)), List.of());

        assertThat(cache.find("claim")).isNull();
        assertThat(cache.mayAssumeAbsent("claim")).isTrue();
    }
}
