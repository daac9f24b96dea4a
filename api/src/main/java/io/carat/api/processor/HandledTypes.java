package io.carat.api.processor;

import io.carat.core.decision.LedgerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.MessageHandlingMember;

/**
 * Which events the handlers of a processor do something with, as their annotations say. A handler of {@link LedgerEvent}
 * itself takes what no other one does, only so that the processor's token moves: it does not count.
 */
public final class HandledTypes implements Predicate<EventMessage<?>> {

    private final List<MessageHandlingMember<?>> handlers;
    private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

    private HandledTypes(List<MessageHandlingMember<?>> handlers) {
        this.handlers = handlers;
    }

    /** Those of all handler classes of one processor. */
    public static HandledTypes of(Collection<Class<?>> handlerClasses, Configuration configuration) {
        List<MessageHandlingMember<?>> handlers = new ArrayList<>();
        for (Class<?> handlerClass : handlerClasses) {
            handlers.addAll(inspect(handlerClass, configuration));
        }
        return new HandledTypes(handlers);
    }

    private static <T> List<MessageHandlingMember<? super T>> inspect(Class<T> type, Configuration configuration) {
        return AnnotatedHandlerInspector.inspectType(
                        type, configuration.parameterResolverFactory(), configuration.handlerDefinition(type))
                .getHandlers(type)
                .filter(handler -> handler.canHandleMessageType(EventMessage.class))
                .filter(handler -> handler.payloadType() != LedgerEvent.class)
                .toList();
    }

    @Override
    public boolean test(EventMessage<?> event) {
        return known.computeIfAbsent(event.getPayloadType(), this::handles);
    }

    private boolean handles(Class<?> payloadType) {
        return handlers.stream().anyMatch(handler -> handler.canHandleType(payloadType));
    }
}
