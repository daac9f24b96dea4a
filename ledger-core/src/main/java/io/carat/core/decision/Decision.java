package io.carat.core.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pure decision comes to: the facts to append, all together or none, and what the caller is told.
 *
 * @param events in the order they happen; empty when nothing moves
 * @param outcome the answer or the refusal
 */
public record Decision(List<LedgerEvent> events, Outcome outcome) {

    public Decision {
        events = List.copyOf(events);
    }

    /** The request is accepted: these facts are appended together. */
    public static Decision accepted(List<? extends LedgerEvent> events, Answer answer) {
        return new Decision(List.copyOf(events), new Outcome.Done(answer, null));
    }

    /** The same thing was accepted before, under that claim: its answer stands, nothing moves. */
    public static Decision repeated(Answer answer, String doneUnder) {
        return new Decision(List.of(), new Outcome.Done(answer, doneUnder));
    }

    /** The request is refused: nothing moves. */
    public static Decision rejected(Rejection rejection) {
        return new Decision(List.of(), new Outcome.Refused(rejection, false));
    }

    /** The request is refused with a code and its sentence: nothing moves. */
    public static Decision rejected(RejectionCode code, String detail) {
        return rejected(Rejection.of(code, detail));
    }

    /** The same decision with one more fact at its end. */
    public Decision plus(LedgerEvent event) {
        List<LedgerEvent> more = new ArrayList<>(events);
        more.add(event);
        return new Decision(more, outcome);
    }
}
