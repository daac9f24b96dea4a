package io.carat.api.audit;

import io.carat.projection.audit.AuditEntry;
import io.carat.projection.audit.AuditPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of the audit log as it is published, newest entry first.
 *
 * @param nextCursor where the next, older page begins; null when there is none
 */
record AuditView(List<Entry> entries, @Nullable String nextCursor) {

    /**
     * One decision of staff.
     *
     * @param actor the name of the token it was decided with
     * @param action the event's permanent name
     * @param subject the stream of what was decided about
     * @param what the event's other members
     */
    record Entry(
            long position,
            Instant at,
            String actor,
            String action,
            String subject,
            String reason,
            Map<String, Object> what) {

        private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

        private static Entry of(AuditEntry entry) {
            return new Entry(
                    entry.position(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.reason(),
                    JsonMapper.shared().readValue(entry.what(), MEMBERS));
        }
    }

    static AuditView of(AuditPage page) {
        return new AuditView(page.entries().stream().map(Entry::of).toList(), page.nextCursor());
    }
}
