package io.carat.api.startup;

import io.carat.core.host.OneLine;
import java.util.Arrays;
import java.util.stream.Collectors;
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
        return new FailureAnalysis(
                "the setting " + setting(cause) + " is not valid: expected " + expected(cause), null, cause);
    }

    private static String setting(BindException cause) {
        ConfigurationProperty property = cause.getProperty();
        return property == null ? cause.getName().toString() : property.getName() + " = '" + property.getValue() + "'";
    }

    private static String expected(BindException cause) {
        Class<?> type = cause.getTarget().getType().resolve(Object.class);
        Object[] constants = type.getEnumConstants();
        if (constants != null) {
            return Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(" or "));
        }
        return type.getSimpleName() + " (" + OneLine.of(OneLine.rootOf(cause)) + ")";
    }
}
