package io.carat.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetRolledBack;
import io.carat.core.bucket.BucketEvent.FundsHeld;
import io.carat.core.bucket.BucketEvent.HoldReturned;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.decision.LedgerEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A rollback gives back exactly what the bet took: the same amounts to the same buckets, less what a half void returned.
 * By the ledger's events alone, whatever the model says.
 */
final class Undone {

    private final Map<String, Map<String, Long>> taken = new HashMap<>();

    void follow(List<LedgerEvent> command) {
        for (LedgerEvent event : command) {
            if (event instanceof BetAuthorized bet) {
                taken.put(bet.authorizationId(), sums(command, FundsHeld.class));
            } else if (event instanceof BetRolledBack undone) {
                assertThat(sums(command, HoldReturned.class))
                        .as("what a rollback gives back")
                        .isEqualTo(taken.get(undone.authorizationId()));
            } else if (event instanceof BetHalfVoided) {
                Map<String, Long> left = Objects.requireNonNull(taken.get(event.streamId()));
                sums(command, HoldReturned.class).forEach((bucket, amount) -> left.merge(bucket, -amount, Long::sum));
                left.values().removeIf(amount -> amount == 0);
            }
        }
    }

    private static Map<String, Long> sums(List<LedgerEvent> command, Class<? extends Posted> kind) {
        Map<String, Long> sums = new TreeMap<>();
        for (LedgerEvent event : command) {
            if (kind.isInstance(event)) {
                Posted posted = kind.cast(event);
                sums.merge(posted.bucketId(), posted.posting().amountMinor(), Math::addExact);
            }
        }
        return sums;
    }
}
