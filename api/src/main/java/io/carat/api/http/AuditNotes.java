package io.carat.api.http;

import io.carat.api.security.Caller;
import io.carat.core.decision.AuditNote;
import org.jspecify.annotations.Nullable;

/** Who asks for something that the audit log keeps, and why. */
public final class AuditNotes {

    private AuditNotes() {}

    /**
     * The caller and the reason that the request gives.
     *
     * @throws InvalidRequestException when it gives none, or one that is too long
     */
    public static AuditNote of(Caller caller, @Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > AuditNote.MAX_REASON) {
            throw new InvalidRequestException(
                    "reason", "must say in 1 to " + AuditNote.MAX_REASON + " characters why; it is kept");
        }
        return new AuditNote(caller.name(), reason.strip());
    }
}
