package io.carat.core.eventstore;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.aggregate.WriteOnce;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What the event store knows of an aggregate's class.
 *
 * @param name its permanent name
 * @param stateRevision of the shape of its state ({@link Revision}): a snapshot of another one is ignored
 * @param writeOnce whether it is not worth keeping in memory ({@link WriteOnce})
 * @param stateType the class of its state
 */
record AggregateType<A extends LedgerAggregate<?>>(
        String name,
        String stateRevision,
        boolean writeOnce,
        Class<?> stateType,
        AggregateModel<A> model,
        Constructor<A> constructor) {

    /**
     * Looks at a class.
     *
     * @throws IllegalArgumentException if it declares no permanent name by {@code @AggregateRoot(type = "...")}, or has
     *     no constructor without parameters
     */
    static <A extends LedgerAggregate<?>> AggregateType<A> of(Class<A> type) {
        return new AggregateType<>(
                name(type),
                revision(type),
                type.isAnnotationPresent(WriteOnce.class),
                stateType(type),
                AnnotatedAggregateMetaModelFactory.inspectAggregate(type),
                constructor(type));
    }

    /** An aggregate as it was; one without events if the state is null. */
    @SuppressWarnings("unchecked") // the state was made by an aggregate of this class
    A rootOf(String id, @Nullable Object state) {
        A root = newRoot();
        if (state != null) {
            ((LedgerAggregate<Object>) root).restore(id, state);
        }
        return root;
    }

    private A newRoot() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No " + name + " could be made", e);
        }
    }

    private static String name(Class<?> type) {
        AggregateRoot declared = type.getAnnotation(AggregateRoot.class);
        if (declared == null || declared.type().isBlank()) {
            throw new IllegalArgumentException(
                    "%s needs a permanent name, as in @AggregateRoot(type = \"bucket\")".formatted(type.getName()));
        }
        return declared.type();
    }

    private static String revision(Class<?> type) {
        Revision declared = type.getAnnotation(Revision.class);
        return declared == null ? "1" : declared.value();
    }

    // Every aggregate is declared as "extends LedgerAggregate<ItsState>".
    private static Class<?> stateType(Class<?> type) {
        if (type.getGenericSuperclass() instanceof ParameterizedType parent
                && parent.getActualTypeArguments()[0] instanceof Class<?> state) {
            return state;
        }
        throw new IllegalArgumentException(type.getName() + " does not name the class of its state");
    }

    private static <A> Constructor<A> constructor(Class<A> type) {
        try {
            Constructor<A> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no constructor without parameters", e);
        }
    }
}
