package io.carat.api.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A failure nobody foresaw: its stack trace goes to the log, its root cause into the line. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class LastResortAnalyzer extends AbstractFailureAnalyzer<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(LastResortAnalyzer.class);

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Throwable cause) {
        LOG.error("Unforeseen failure at start", rootFailure);
        return new FailureAnalysis(
                OneLine.of(OneLine.rootOf(rootFailure)) + " (unforeseen; the log has the stack trace)", null, cause);
    }
}
