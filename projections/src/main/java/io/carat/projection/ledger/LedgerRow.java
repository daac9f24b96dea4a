package io.carat.projection.ledger;

import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.Posting;
import io.carat.core.bucket.SystemAccount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One side of a posting.
 *
 * @param rowNo 1 for the bucket's own row, 2 and 3 for system accounts
 * @param account the side's account
 * @param counterAccount the account that it moved from or to
 * @param amountMinor signed, in minor units
 */
public record LedgerRow(int rowNo, String account, String counterAccount, long amountMinor) {

    private static final Set<String> SYSTEM_ACCOUNTS =
            Arrays.stream(SystemAccount.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** The bucket's own row is always there: it carries the entry even when only held money moves. */
    static final int OWN = 1;

    /** The sides that a bucket's event owns: its own, then system accounts. Another bucket's side is that one's own. */
    static List<LedgerRow> of(Posted event) {
        return of(event.bucketId(), event.posting());
    }

    /** The sides of a posting that the account of this id owns. */
    public static List<LedgerRow> of(String id, Posting posting) {
        List<LedgerRow> rows = new ArrayList<>(3);
        rows.add(own(id, posting));
        if (SYSTEM_ACCOUNTS.contains(posting.fromAccount())) {
            rows.add(
                    new LedgerRow(rows.size() + 1, posting.fromAccount(), posting.toAccount(), -posting.amountMinor()));
        }
        if (SYSTEM_ACCOUNTS.contains(posting.toAccount())) {
            rows.add(new LedgerRow(rows.size() + 1, posting.toAccount(), posting.fromAccount(), posting.amountMinor()));
        }
        return rows;
    }

    private static LedgerRow own(String bucketId, Posting posting) {
        if (posting.toAccount().equals(bucketId)) {
            return new LedgerRow(OWN, bucketId, posting.fromAccount(), posting.amountMinor());
        }
        if (posting.fromAccount().equals(bucketId)) {
            return new LedgerRow(OWN, bucketId, posting.toAccount(), -posting.amountMinor());
        }
        return new LedgerRow(OWN, bucketId, posting.toAccount(), 0);
    }

    /** Whether it is the side of the bucket or grant itself. */
    public boolean isOwn() {
        return rowNo == OWN;
    }
}
