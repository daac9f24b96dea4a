package io.carat.api.wiring;

import java.lang.reflect.Modifier;
import java.util.stream.Stream;

/**
 * Makes a saga run: one bean of this type per saga class. The class needs a stable name and fields that Jackson sees
 * ({@code @JsonAutoDetect(fieldVisibility = ANY)}); beans come as parameters of its handlers.
 *
 * @param type a public class with a public constructor without parameters, which Axon calls
 */
public record SagaType(Class<?> type) {

    /** Refuses a class that Axon could not create: its processor would fail at the first event, for ever. */
    public SagaType {
        boolean creatable = Modifier.isPublic(type.getModifiers())
                && Stream.of(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
        if (!creatable) {
            throw new IllegalArgumentException(
                    type.getName() + " is not public with a public constructor without parameters");
        }
    }
}
