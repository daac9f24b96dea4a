package io.carat.core.decision;

/** A fact that a person decided about others' money or rules: kept with who and why, and listed in the audit log. */
public interface AuditedEvent extends LedgerEvent {

    /** Who decided it, and why. */
    AuditNote audit();
}
