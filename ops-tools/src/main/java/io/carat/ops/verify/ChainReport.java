package io.carat.ops.verify;

import java.util.List;

/**
 * What a check came to.
 *
 * @param events that fit, from position 1 on
 * @param streams that they belong to
 * @param logHash of the log up to there, hexadecimal
 * @param heads signed heads whose signatures count, each once
 * @param snapshots that were compared, 0 when the log does not fit
 * @param findings what does not fit: the first event of the log, or else what the other tables say wrong; then heads
 * @param notes what is no fault but good to know
 */
public record ChainReport(
        boolean ok,
        long events,
        long streams,
        String logHash,
        long heads,
        long snapshots,
        long millis,
        List<Finding> findings,
        List<String> notes) {

    public ChainReport {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }
}
