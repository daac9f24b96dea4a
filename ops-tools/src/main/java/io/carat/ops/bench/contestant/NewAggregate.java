package io.carat.ops.bench.contestant;

import java.lang.reflect.Constructor;

/** Makes aggregates by their constructor without parameters. */
final class NewAggregate {

    private NewAggregate() {}

    static <A> A of(Class<A> type) throws ReflectiveOperationException {
        Constructor<A> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
