package io.carat.core.decision;

import org.jspecify.annotations.Nullable;

/** What the sender of a money command gets back once its effect is durable. */
public sealed interface Outcome {

    /**
     * The request holds.
     *
     * @param answer what the caller is told
     * @param replayedFrom the claim of the request that did the work; null when this call did it
     */
    record Done(Answer answer, @Nullable String replayedFrom) implements Outcome {}

    /**
     * The request is refused and nothing moved.
     *
     * @param rejection why
     * @param replayed whether this is the stored refusal of an earlier call
     */
    record Refused(Rejection rejection, boolean replayed) implements Outcome {}
}
