package io.carat.projection.reconciliation;

import io.carat.core.bucket.Posting;
import io.carat.core.bucket.SystemAccount;
import java.util.Set;

/**
 * What a bucket's events come to when their amounts are added up by account. It shares no code with the projection, and
 * of a posting it uses the accounts and the amount to add up, and the balances only to compare.
 *
 * @param entries how many movements
 * @param brokenEntry the first entry whose number or balances are not what the amounts give; 0 for none
 */
record ReplayedBucket(long availableMinor, long heldMinor, long entries, long brokenEntry) {

    static final ReplayedBucket EMPTY = new ReplayedBucket(0, 0, 0, 0);

    private static final Set<String> HOLDS = Set.of(SystemAccount.BET_HOLD.name(), SystemAccount.WITHDRAW_HOLD.name());

    ReplayedBucket plus(String bucketId, Posting posting) {
        long available = availableMinor;
        long held = heldMinor;
        if (posting.toAccount().equals(bucketId)) {
            available += posting.amountMinor();
        } else if (HOLDS.contains(posting.toAccount())) {
            held += posting.amountMinor();
        }
        if (posting.fromAccount().equals(bucketId)) {
            available -= posting.amountMinor();
        } else if (HOLDS.contains(posting.fromAccount())) {
            held -= posting.amountMinor();
        }
        boolean fits = posting.entry() == entries + 1
                && posting.availableBeforeMinor() == availableMinor
                && posting.availableAfterMinor() == available
                && posting.heldAfterMinor() == held;
        return new ReplayedBucket(
                available, held, entries + 1, brokenEntry == 0 && !fits ? posting.entry() : brokenEntry);
    }
}
