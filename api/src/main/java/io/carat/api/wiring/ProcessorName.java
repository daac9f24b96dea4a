package io.carat.api.wiring;

import org.axonframework.config.ProcessingGroup;

/** The name of the processor that runs a class of handlers. */
final class ProcessorName {

    private ProcessorName() {}

    /** That of its {@link ProcessingGroup}, else of its class. */
    static String of(Class<?> handlers) {
        ProcessingGroup group = handlers.getAnnotation(ProcessingGroup.class);
        return group == null ? handlers.getSimpleName() + "Processor" : group.value();
    }
}
