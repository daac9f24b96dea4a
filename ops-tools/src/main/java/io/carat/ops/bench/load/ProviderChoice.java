package io.carat.ops.bench.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Which providers the bets come from. */
public enum ProviderChoice {
    /** From all of them alike. */
    SPREAD,
    /** All from one. */
    ONE;

    Function<SplittableRandom, String> among(List<String> providers) {
        return switch (this) {
            case SPREAD -> random -> providers.get(random.nextInt(providers.size()));
            case ONE -> random -> providers.getFirst();
        };
    }
}
