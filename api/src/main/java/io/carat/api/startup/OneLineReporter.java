package io.carat.api.startup;

import io.carat.core.host.OneLine;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells in one line what Spring Boot or one of our analyzers found out about a failed start. */
final class OneLineReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        String description = OneLine.of(analysis.getDescription());
        StartupLine.tell(
                analysis.getAction() == null
                        ? description
                        : description + " Action: " + OneLine.of(analysis.getAction()));
    }
}
