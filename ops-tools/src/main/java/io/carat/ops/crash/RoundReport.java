package io.carat.ops.crash;

import java.util.List;

/**
 * How one round went.
 *
 * @param victim what was killed: application, postgresql or a node
 * @param killedAfterSeconds when, counted from the first answer
 * @param recoverySeconds from the kill until what had to recover had; -1 when it did not
 * @param settledSeconds from the last answer until the read models were complete; -1 when they had not in time
 * @param answered requests that were answered, refusals and repeats too
 * @param acknowledged commands that were answered as done
 * @param askedAgain money commands that got no answer at first
 * @param hadHappened those of them that turned out to have been done all the same; the others were done then
 * @param position the last event's
 * @param faults what does not hold; empty when all does
 */
public record RoundReport(
        int round,
        String victim,
        double killedAfterSeconds,
        double recoverySeconds,
        double settledSeconds,
        long answered,
        long acknowledged,
        long askedAgain,
        long hadHappened,
        long position,
        List<String> faults) {

    public RoundReport {
        faults = List.copyOf(faults);
    }

    /** Whether everything holds. */
    public boolean ok() {
        return faults.isEmpty();
    }
}
