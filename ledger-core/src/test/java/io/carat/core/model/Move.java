package io.carat.core.model;

import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Sent;

/** One step of a history: a request, or a new version of a policy. */
sealed interface Move {

    /** A request. */
    record Ask(Sent sent) implements Move {
        @Override
        public String toString() {
            return sent.key() + " " + sent.step()
                    + (sent.by().equals(io.carat.core.model.reference.Caller.ANYBODY) ? "" : " from " + sent.by());
        }
    }

    /** New decisions follow this version. */
    record Edit(Policy policy) implements Move {
        @Override
        public String toString() {
            return policy.toString();
        }
    }
}
