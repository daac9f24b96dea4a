package io.carat.projection.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, newest first.
 *
 * @param nextCursor where the next, older page begins; null when there is none
 */
public record AuditPage(List<AuditEntry> entries, @Nullable String nextCursor) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
