package io.carat.core.decision;

import java.util.List;

/** What a pure decision comes to: new facts, the answer of an earlier one, or a refusal. */
public sealed interface Decision {

    /** The request is accepted: all events are appended together, or none. */
    record Accepted(List<LedgerEvent> events, Answer answer) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The same thing was accepted before under another key: its answer stands, nothing moves. */
    record Repeated(Answer answer) implements Decision {}

    /** The request is refused: nothing moves. */
    record Rejected(Rejection rejection) implements Decision {}

    /** A refusal with a code and its sentence. */
    static Decision rejected(RejectionCode code, String detail) {
        return new Rejected(Rejection.of(code, detail));
    }
}
