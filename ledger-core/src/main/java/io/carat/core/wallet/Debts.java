package io.carat.core.wallet;

import io.carat.core.bucket.BucketEvent.ReceivableCancelled;
import io.carat.core.bucket.BucketEvent.ReceivableOpened;
import io.carat.core.bucket.BucketEvent.ReceivableRecovered;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.Receivable;
import io.carat.core.bucket.SystemAccount;
import java.util.List;

/** What the wallet owes, as one movement changes it (rule book §3). Amounts are minor units. */
public final class Debts {

    private final WalletMovement movement;

    /** The debts of a movement's wallet. */
    public Debts(WalletMovement movement) {
        this.movement = movement;
    }

    /** What is owed in all. */
    public long openMinor() {
        return open().stream().mapToLong(Receivable::openMinor).sum();
    }

    /** Owes an amount because of a correction of a bet. */
    public void owe(String receivableId, String authorizationId, Journal journal, long amountMinor) {
        if (amountMinor > 0) {
            movement.book(
                    movement.withdrawable(),
                    journal,
                    PostingReason.RECEIVABLE_OPENED,
                    SystemAccount.RECEIVABLE,
                    SystemAccount.HOUSE,
                    amountMinor,
                    (bucketId, posting) -> new ReceivableOpened(bucketId, posting, receivableId, authorizationId));
        }
    }

    /** Pays debts back from a bucket, the oldest first; the bucket has the amount and no more than it is owed. */
    public void recover(String type, Journal journal, long amountMinor) {
        long left = amountMinor;
        for (Receivable debt : open()) {
            long part = Math.min(left, debt.openMinor());
            if (part > 0) {
                movement.debit(type, journal, PostingReason.RECEIVABLE_RECOVERY, SystemAccount.RECEIVABLE, part);
                movement.record(new ReceivableRecovered(bucketId(), debt.receivableId(), part));
                left -= part;
            }
        }
    }

    /** Takes back what a bet made the wallet owe, at most the amount; returns how much that was. */
    public long cancel(String authorizationId, Journal journal, long amountMinor) {
        long left = amountMinor;
        for (Receivable debt : open()) {
            long part = debt.authorizationId().equals(authorizationId) ? Math.min(left, debt.openMinor()) : 0;
            if (part > 0) {
                movement.book(
                        movement.withdrawable(),
                        journal,
                        PostingReason.RECEIVABLE_CANCELLED,
                        SystemAccount.HOUSE,
                        SystemAccount.RECEIVABLE,
                        part,
                        (bucketId, posting) -> new ReceivableCancelled(bucketId, posting, debt.receivableId()));
                left -= part;
            }
        }
        return amountMinor - left;
    }

    private List<Receivable> open() {
        return movement.bucket(movement.withdrawable()).receivables();
    }

    private String bucketId() {
        return movement.bucket(movement.withdrawable()).id();
    }
}
