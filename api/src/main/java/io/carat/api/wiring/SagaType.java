package io.carat.api.wiring;

import org.axonframework.config.ProcessingGroup;

/**
 * Makes a saga run: one bean of this type per saga class. Its class needs a stable name, a public or package-private
 * constructor without parameters, and fields that Jackson sees ({@code @JsonAutoDetect(fieldVisibility = ANY)}); beans
 * come as parameters of its handlers.
 */
public record SagaType(Class<?> type) {

    /** The name of its processor: that of its {@link ProcessingGroup}, else of its class. */
    String processor() {
        ProcessingGroup group = type.getAnnotation(ProcessingGroup.class);
        return group == null ? type.getSimpleName() + "Processor" : group.value();
    }
}
