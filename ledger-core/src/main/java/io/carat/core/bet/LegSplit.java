package io.carat.core.bet;

import io.carat.core.money.Allocation;
import java.util.ArrayList;
import java.util.List;

/** Amounts over the legs of a bet, in leg order, in minor units. */
final class LegSplit {

    private LegSplit() {}

    /** An amount split over legs in proportion to what is open on each; the parts add up. */
    static List<LegAmount> of(long amountMinor, long[] openMinor) {
        long[] parts = Allocation.split(amountMinor, openMinor);
        List<LegAmount> amounts = new ArrayList<>(parts.length);
        for (int i = 0; i < parts.length; i++) {
            amounts.add(new LegAmount(i + 1, parts[i]));
        }
        return amounts;
    }

    /** What is left on each leg after these amounts. */
    static long[] less(long[] openMinor, List<LegAmount> amounts) {
        long[] left = openMinor.clone();
        amounts.forEach(amount -> left[amount.leg() - 1] -= amount.amountMinor());
        return left;
    }
}
