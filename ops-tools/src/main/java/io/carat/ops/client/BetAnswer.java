package io.carat.ops.client;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer to a bet command: what was funded, credited and refunded, leg by leg. */
public record BetAnswer(
        String authorizationId,
        String status,
        List<LegAmount> funding,
        List<LegAmount> credited,
        List<LegAmount> refunded,
        long position) {

    /** An answer; parts that the command does not have are empty. */
    public BetAnswer(
            String authorizationId,
            String status,
            @Nullable List<LegAmount> funding,
            @Nullable List<LegAmount> credited,
            @Nullable List<LegAmount> refunded,
            long position) {
        this.authorizationId = authorizationId;
        this.status = status;
        this.funding = funding == null ? List.of() : List.copyOf(funding);
        this.credited = credited == null ? List.of() : List.copyOf(credited);
        this.refunded = refunded == null ? List.of() : List.copyOf(refunded);
        this.position = position;
    }

    /** The sum of the parts, in minor units. */
    public static long sum(List<LegAmount> parts) {
        return parts.stream().mapToLong(LegAmount::amount).sum();
    }

    /** Whether the parts are this amount split over the funding legs by largest remainder (rule book §3). */
    public static boolean isSplit(long amount, List<LegAmount> funding, List<LegAmount> parts) {
        List<LegAmount> legs =
                funding.stream().sorted(Comparator.comparingInt(LegAmount::leg)).toList();
        long[] split = LargestRemainder.split(
                amount, legs.stream().mapToLong(LegAmount::amount).toArray());
        Map<Integer, Long> byLeg =
                parts.stream().collect(Collectors.toMap(LegAmount::leg, LegAmount::amount, Long::sum));
        boolean same = sum(parts) == amount;
        for (int i = 0; i < split.length; i++) {
            same &= byLeg.getOrDefault(legs.get(i).leg(), 0L) == split[i];
        }
        return same;
    }
}
