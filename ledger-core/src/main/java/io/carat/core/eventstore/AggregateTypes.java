package io.carat.core.eventstore;

import org.axonframework.modelling.command.inspection.AggregateModel;

/** The permanent names of aggregate classes. */
final class AggregateTypes {

    private AggregateTypes() {}

    static <T> void requireStableName(AggregateModel<T> model, Class<T> type) {
        String name = model.declaredType(type).orElse("");
        if (name.isBlank() || name.equals(type.getSimpleName())) {
            throw new IllegalArgumentException(
                    "%s needs a permanent name, as in @AggregateRoot(type = \"bucket\")".formatted(type.getName()));
        }
    }
}
