package io.carat.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.Seeded;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever is split: the parts add up, none is a whole unit away from its share, and equal weights are served in order. */
class AllocationPropertyTest {

    private static final int ROUNDS = 2_000;

    @Test
    void addsUpWithinOneUnitOfEachShare() {
        Seeded.forEachSeed(5, random -> {
            for (int round = 0; round < ROUNDS; round++) {
                long[] weights = weights(random);
                long amountMinor = random.nextLong(1L << random.nextInt(1, 60));
                check(amountMinor, weights, Allocation.split(amountMinor, weights));
            }
        });
    }

    private static void check(long amountMinor, long[] weights, long[] parts) {
        String what = amountMinor + " over " + Arrays.toString(weights) + " is " + Arrays.toString(parts);
        BigInteger total = BigInteger.valueOf(Arrays.stream(weights).sum());
        assertThat(Arrays.stream(parts).sum()).as(what).isEqualTo(amountMinor);
        for (int i = 0; i < parts.length; i++) {
            BigInteger exact = BigInteger.valueOf(amountMinor).multiply(BigInteger.valueOf(weights[i]));
            BigInteger off = BigInteger.valueOf(parts[i]).multiply(total).subtract(exact);
            assertThat(off.abs()).as(what).isLessThan(total);
            for (int j = i + 1; j < parts.length; j++) {
                if (weights[i] == weights[j]) {
                    assertThat(parts[i]).as(what).isBetween(parts[j], parts[j] + 1);
                } else {
                    boolean inOrder = weights[i] < weights[j] ? parts[i] <= parts[j] : parts[i] >= parts[j];
                    assertThat(inOrder).as(what).isTrue();
                }
            }
        }
    }

    private static long[] weights(RandomGenerator random) {
        long bound = 1L << random.nextInt(1, 58);
        long[] weights = random.longs(random.nextInt(1, 6), 0, bound).toArray();
        weights[random.nextInt(weights.length)] += 1;
        return weights;
    }
}
