package io.carat.api.startup;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the setting, its value and what was expected. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BadSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        ConfigurationProperty property = cause.getProperty();
        String setting =
                property == null ? cause.getName().toString() : property.getName() + " = '" + property.getValue() + "'";
        return new FailureAnalysis(
                "the setting " + setting + " is not valid (" + OneLine.of(OneLine.rootOf(cause)) + ")", null, cause);
    }
}
