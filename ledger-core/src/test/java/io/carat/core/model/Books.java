package io.carat.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.BucketDebited;
import io.carat.core.bucket.BucketEvent.FundsHeld;
import io.carat.core.bucket.BucketEvent.HoldReturned;
import io.carat.core.bucket.BucketEvent.HoldTaken;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.BucketEvent.ReceivableCancelled;
import io.carat.core.bucket.BucketEvent.ReceivableOpened;
import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.PointsEvent;
import io.carat.core.bucket.Posting;
import io.carat.core.decision.LedgerEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Balances added up from the ledger's postings alone: money goes from one account to another, never below 0 in a bucket,
 * and all accounts of a currency add up to nothing.
 */
final class Books {

    /** What a bucket has. */
    record Balance(long available, long held) {
        @Override
        public String toString() {
            return available + "+" + held;
        }
    }

    private static final Balance EMPTY = new Balance(0, 0);

    private final Map<String, Balance> buckets = new TreeMap<>();
    private final Map<String, Long> accounts = new HashMap<>();

    /** Books the postings of one command. */
    void follow(List<LedgerEvent> command) {
        Map<String, Long> between = new HashMap<>();
        for (LedgerEvent event : command) {
            if (event instanceof Posted posted) {
                book(posted, between);
            }
        }
        assertThat(between.values()).as("both sides of transfers").allMatch(net -> net == 0);
        assertThat(total())
                .as("all accounts of a currency")
                .allSatisfy((currency, sum) -> assertThat(sum).as(currency).isZero());
    }

    /** The balance of a bucket. */
    Balance bucket(String bucketId) {
        return buckets.getOrDefault(bucketId, EMPTY);
    }

    /** The balance of a system account in a currency. */
    long account(String name, String currency) {
        return accounts.getOrDefault(name + " " + currency, 0L);
    }

    private void book(Posted posted, Map<String, Long> between) {
        Posting posting = posted.posting();
        long amount = posting.amountMinor();
        Balance before = bucket(posted.bucketId());
        Balance after = switch (posted) {
            case BucketCredited ignored -> moved(before, amount, 0);
            case BucketDebited ignored -> moved(before, -amount, 0);
            case FundsHeld ignored -> moved(before, -amount, amount);
            case HoldReturned ignored -> moved(before, amount, -amount);
            case HoldTaken ignored -> moved(before, 0, -amount);
            case PointsEvent points -> moved(before, points.change(), 0);
            case ReceivableOpened ignored -> before;
            case ReceivableCancelled ignored -> before;
        };
        assertThat(amount).as("an amount").isPositive();
        assertThat(after.available >= 0 && after.held >= 0)
                .as("%s goes to %s", posted.bucketId(), after)
                .isTrue();
        assertThat(posting.availableAfterMinor()).as("balance after").isEqualTo(after.available);
        assertThat(posting.heldAfterMinor()).as("held after").isEqualTo(after.held);
        buckets.put(posted.bucketId(), after);
        String currency = BucketKey.parse(posted.bucketId()).currency();
        bookAccount(posting.fromAccount(), currency, -amount);
        bookAccount(posting.toAccount(), currency, amount);
        if (isBucket(posting.fromAccount()) && isBucket(posting.toAccount())) {
            between.merge(posting.journalId(), after.available - before.available, Math::addExact);
        }
    }

    private void bookAccount(String account, String currency, long amount) {
        if (!isBucket(account)) {
            accounts.merge(account + " " + currency, amount, Math::addExact);
        }
    }

    private Map<String, Long> total() {
        Map<String, Long> total = new TreeMap<>();
        buckets.forEach(
                (id, balance) -> total.merge(BucketKey.parse(id).currency(), balance.available, Math::addExact));
        accounts.forEach((name, sum) -> total.merge(name.substring(name.indexOf(' ') + 1), sum, Math::addExact));
        return total;
    }

    private static Balance moved(Balance before, long available, long held) {
        return new Balance(before.available + available, before.held + held);
    }

    private static boolean isBucket(String account) {
        return account.startsWith("bucket:");
    }
}
