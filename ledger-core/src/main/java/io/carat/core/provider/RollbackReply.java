package io.carat.core.provider;

/** What the wire says when a rollback finds nothing to give back; what is stored is the same (rule book §3). */
public enum RollbackReply {
    /** As if it had given something back. */
    SUCCESS,
    /** A refusal by its own code. */
    REFUSAL
}
