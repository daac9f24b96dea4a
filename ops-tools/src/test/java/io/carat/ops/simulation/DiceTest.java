package io.carat.ops.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DiceTest {

    private static final int THROWS = 100;

    @Test
    void throwsTheSameForTheSameSeedAndPlayer() {
        assertThat(throwsOf(1, 4)).isEqualTo(throwsOf(1, 4));
    }

    @Test
    void noPlayerFollowsInAnothersFootsteps() {
        Set<Long> all = new HashSet<>();

        IntStream.range(0, 20).forEach(player -> all.addAll(throwsOf(1, player)));
        IntStream.range(0, 20).forEach(player -> all.addAll(throwsOf(2, player)));

        assertThat(all).hasSize(40 * THROWS);
    }

    private static List<Long> throwsOf(long seed, int player) {
        Dice dice = new Dice(seed, player);
        return LongStream.range(0, THROWS)
                .map(number -> dice.between(0, Long.MAX_VALUE - 1))
                .boxed()
                .toList();
    }
}
