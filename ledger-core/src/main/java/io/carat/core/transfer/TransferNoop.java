package io.carat.core.transfer;

import io.carat.core.decision.UnmovedAnswer;

/**
 * What a transfer between two products is told whose NORMAL bucket is one and the same (rule book §8): there is nothing to
 * move.
 *
 * @param status always NOOP
 * @param reason always UNIFIED_SINGLE_NORMAL
 * @param moved always 0
 */
public record TransferNoop(String status, String reason, long moved) implements UnmovedAnswer {

    /** The only one there is. */
    static final TransferNoop UNIFIED = new TransferNoop("NOOP", "UNIFIED_SINGLE_NORMAL", 0);
}
