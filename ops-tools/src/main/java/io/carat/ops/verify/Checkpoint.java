package io.carat.ops.verify;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.signedhead.SignedHead;

/**
 * What the log's hash must be at a position.
 *
 * @param isSigned whether a key stands for it, rather than the database itself
 * @param source for people
 */
record Checkpoint(long position, Hash logHash, boolean isSigned, String source) {

    static Checkpoint of(KeptHead kept) {
        SignedHead head = kept.head();
        return new Checkpoint(
                head.position(),
                head.logHash(),
                true,
                "the head signed at " + head.signedAt() + " for position " + head.position() + " (" + kept.source()
                        + ")");
    }
}
