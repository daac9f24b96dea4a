package io.carat.ops.bench.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws ranks whose probability falls with the rank, by looking up a random number in the summed probabilities. */
final class Zipf {

    private static final double EXPONENT = 0.99;

    private final double[] summed;

    Zipf(int count) {
        summed = new double[count];
        double sum = 0;
        for (int rank = 0; rank < count; rank++) {
            sum += 1 / Math.pow(rank + 1.0, EXPONENT);
            summed[rank] = sum;
        }
    }

    int draw(SplittableRandom random) {
        double wanted = random.nextDouble() * summed[summed.length - 1];
        int found = Arrays.binarySearch(summed, wanted);
        return found >= 0 ? found : -found - 1;
    }
}
