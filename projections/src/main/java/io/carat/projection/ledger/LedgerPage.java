package io.carat.projection.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a wallet's ledger, oldest first.
 *
 * @param nextCursor where the next page begins, null when these rows are the last so far
 */
public record LedgerPage(List<LedgerEntry> rows, @Nullable String nextCursor) {

    public LedgerPage {
        rows = List.copyOf(rows);
    }
}
