package io.carat.core.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimitTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void holdsAStricterWishAtOnce() {
        assertThat(Limit.NONE.to(100L, NOW, DAY)).isEqualTo(Limit.of(100L));
        assertThat(Limit.of(100L).to(99L, NOW, DAY)).isEqualTo(Limit.of(99L));
        assertThat(Limit.of(100L).to(100L, NOW, DAY)).isEqualTo(Limit.of(100L));
    }

    @Test
    void holdsALooserWishAfterTheCoolingOff() {
        for (Long looser : new Long[] {101L, null}) {
            Limit limit = Limit.of(100L).to(looser, NOW, DAY);
            assertThat(limit.at(NOW.plus(DAY).minusNanos(1))).isEqualTo(100L);
            assertThat(limit.at(NOW.plus(DAY))).isEqualTo(looser);
            assertThat(limit.isExceededBy(101, NOW)).isTrue();
            assertThat(limit.isExceededBy(100, NOW)).isFalse();
            assertThat(limit.isExceededBy(101, NOW.plus(DAY))).isFalse();
        }
    }

    @Test
    void keepsTheTimeOfAWishThatIsRepeated() {
        Limit first = Limit.of(100L).to(200L, NOW, DAY);
        assertThat(first.to(200L, NOW.plusSeconds(60), DAY)).isEqualTo(first);
    }

    @Test
    void startsAgainWithAnotherWish() {
        Limit first = Limit.of(100L).to(200L, NOW, DAY);
        Instant later = NOW.plusSeconds(60);
        assertThat(first.to(300L, later, DAY)).isEqualTo(new Limit(100L, 300L, later.plus(DAY)));
        assertThat(first.to(100L, later, DAY)).as("taken back").isEqualTo(Limit.of(100L));
        assertThat(first.to(50L, later, DAY)).isEqualTo(Limit.of(50L));
    }

    @Test
    void startsFromWhatHoldsByNow() {
        Limit first = Limit.of(100L).to(200L, NOW, DAY);
        Instant later = NOW.plus(DAY);
        assertThat(first.settled(later)).isEqualTo(Limit.of(200L));
        assertThat(first.to(150L, later, DAY)).isEqualTo(Limit.of(150L));
        assertThat(first.to(300L, later, DAY)).isEqualTo(new Limit(200L, 300L, later.plus(DAY)));
    }

    @Test
    void needsNoTimeWithoutACoolingOff() {
        assertThat(Limit.of(100L).to(null, NOW, Duration.ZERO)).isEqualTo(Limit.NONE);
    }
}
