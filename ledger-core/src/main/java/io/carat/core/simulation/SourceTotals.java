package io.carat.core.simulation;

import io.carat.core.policy.FundingSource;
import io.carat.core.simulation.SimulationReport.BucketTotals;
import io.carat.core.simulation.SimulationReport.CurrencyTotals;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Sums of one currency while a simulation runs. Many large amounts do not fit a long. */
final class SourceTotals {

    private final Map<Bucket, Sum> buckets =
            new TreeMap<>(Comparator.comparing(Bucket::topology).thenComparing(Bucket::code));
    private final Sum all = new Sum();

    /** The buckets of one type; those that a topology lacks, such as coupons, go by their source's name. */
    record Bucket(String topology, String code, FundingSource source) {}

    private static final class Sum {
        private long betsBefore;
        private long betsAfter;
        private BigInteger before = BigInteger.ZERO;
        private BigInteger after = BigInteger.ZERO;

        void before(long minor) {
            betsBefore++;
            before = before.add(BigInteger.valueOf(minor));
        }

        void after(long minor) {
            betsAfter++;
            after = after.add(BigInteger.valueOf(minor));
        }
    }

    void before(Bucket bucket, long minor) {
        buckets.computeIfAbsent(bucket, missing -> new Sum()).before(minor);
    }

    void after(Bucket bucket, long minor) {
        buckets.computeIfAbsent(bucket, missing -> new Sum()).after(minor);
    }

    void acceptedBefore(long stakeMinor) {
        all.before(stakeMinor);
    }

    void acceptedAfter(long stakeMinor) {
        all.after(stakeMinor);
    }

    CurrencyTotals report(String currency) {
        return new CurrencyTotals(
                currency,
                all.betsBefore,
                all.betsAfter,
                all.before,
                all.after,
                buckets.entrySet().stream()
                        .map(entry -> report(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static BucketTotals report(Bucket bucket, Sum sum) {
        return new BucketTotals(
                bucket.topology(),
                bucket.code(),
                bucket.source(),
                sum.betsBefore,
                sum.betsAfter,
                sum.before,
                sum.after,
                sum.after.subtract(sum.before));
    }
}
