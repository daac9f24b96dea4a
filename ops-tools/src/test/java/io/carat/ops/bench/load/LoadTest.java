package io.carat.ops.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final int COUNT = 100;
    private static final int DRAWS = 100_000;

    @Test
    void drawsAllAlike() {
        int[] draws = draws(Load.UNIFORM);
        for (int drawn : draws) {
            assertThat(drawn).isBetween(DRAWS / COUNT * 8 / 10, DRAWS / COUNT * 12 / 10);
        }
    }

    @Test
    void drawsTheFirstMostOftenAndNobodyNever() {
        int[] draws = draws(Load.ZIPF);
        assertThat(draws[0]).isBetween(DRAWS * 17 / 100, DRAWS * 21 / 100);
        assertThat(draws[9]).isBetween(draws[0] / 12, draws[0] / 8);
        assertThat(draws).doesNotContain(0);
    }

    @Test
    void drawsOnlyTheHotOne() {
        assertThat(draws(Load.ONE_HOT)[0]).isEqualTo(DRAWS);
    }

    @Test
    void drawsTheSameForTheSameSeed() {
        assertThat(draws(Load.ZIPF)).isEqualTo(draws(Load.ZIPF));
    }

    private static int[] draws(Load load) {
        int[] draws = new int[COUNT];
        ToIntFunction<SplittableRandom> among = load.among(COUNT);
        SplittableRandom random = new SplittableRandom(7);
        for (int draw = 0; draw < DRAWS; draw++) {
            draws[among.applyAsInt(random)]++;
        }
        return draws;
    }
}
