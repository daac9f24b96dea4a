package io.carat.core.bucket;

import io.carat.core.bucket.BucketEvent.ReceivableOpened;
import java.util.ArrayList;
import java.util.List;

/** How events change a wallet's debts, oldest first. */
final class DebtBook {

    private DebtBook() {}

    static List<Receivable> opened(List<Receivable> debts, ReceivableOpened opened) {
        if (debts.stream().anyMatch(debt -> debt.receivableId().equals(opened.receivableId()))) {
            throw new IllegalStateException("Owed twice: " + opened.receivableId());
        }
        List<Receivable> more = new ArrayList<>(debts);
        more.add(new Receivable(
                opened.receivableId(),
                opened.authorizationId(),
                opened.posting().amountMinor()));
        return more;
    }

    /**
     * The debts after an amount, in minor units, of one of them is no longer owed.
     *
     * @throws IllegalStateException when less than that was owed: the history is broken
     */
    static List<Receivable> reduced(List<Receivable> debts, String receivableId, long amountMinor) {
        List<Receivable> left = new ArrayList<>();
        boolean found = false;
        for (Receivable debt : debts) {
            if (!debt.receivableId().equals(receivableId)) {
                left.add(debt);
                continue;
            }
            found = true;
            long open = debt.openMinor() - amountMinor;
            if (open < 0) {
                throw new IllegalStateException("Only " + debt.openMinor() + " is owed under " + receivableId);
            }
            if (open > 0) {
                left.add(new Receivable(receivableId, debt.authorizationId(), open));
            }
        }
        if (!found) {
            throw new IllegalStateException("Nothing is owed under " + receivableId);
        }
        return left;
    }
}
