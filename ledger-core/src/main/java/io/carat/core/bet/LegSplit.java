package io.carat.core.bet;

import io.carat.core.money.Allocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Amounts of legs added up per leg. */
    static long[] total(int legs, Stream<LegAmount> amounts) {
        long[] total = new long[legs];
        amounts.forEach(
                amount -> total[amount.leg() - 1] = Math.addExact(total[amount.leg() - 1], amount.amountMinor()));
        return total;
    }

    /** The amounts as a list, in leg order; legs without an amount are left out. */
    static List<LegAmount> list(long[] amountsMinor) {
        return IntStream.range(0, amountsMinor.length)
                .filter(i -> amountsMinor[i] != 0)
                .mapToObj(i -> new LegAmount(i + 1, amountsMinor[i]))
                .toList();
    }

    /** What of these amounts belongs to a leg. */
    static long of(Leg leg, List<LegAmount> amounts) {
        return amounts.stream()
                .filter(amount -> amount.leg() == leg.number())
                .mapToLong(LegAmount::amountMinor)
                .sum();
    }

    /** All of it. */
    static long sum(long[] amountsMinor) {
        return Arrays.stream(amountsMinor).reduce(0, Math::addExact);
    }

    /** What is left on each leg after these amounts. */
    static long[] less(long[] openMinor, List<LegAmount> amounts) {
        long[] left = openMinor.clone();
        amounts.forEach(amount -> left[amount.leg() - 1] -= amount.amountMinor());
        return left;
    }
}
