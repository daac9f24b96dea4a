package io.carat.api.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells on standard error, in one line, why the server did not start. */
final class OneLineReporter implements FailureAnalysisReporter {

    private static final String PREFIX = "carat: cannot start: ";

    @Override
    public void report(FailureAnalysis analysis) {
        StringBuilder line = new StringBuilder(PREFIX).append(OneLine.of(analysis.getDescription()));
        if (analysis.getAction() != null) {
            line.append(" Action: ").append(OneLine.of(analysis.getAction()));
        }
        System.err.println(line);
    }
}
