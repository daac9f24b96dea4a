package io.carat.ops.canary;

import io.carat.ops.client.Wallet.Bucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a canary run went.
 *
 * @param run the run's id; all its ids contain it
 * @param reason what was wrong, null when nothing was
 * @param balances the canary's buckets at the end; the next run starts from the same
 */
public record CanaryReport(
        boolean ok,
        String run,
        String player,
        List<CanaryStep> steps,
        List<Bucket> balances,
        @Nullable String reason) {
    public CanaryReport {
        steps = List.copyOf(steps);
        balances = List.copyOf(balances);
    }
}
