package io.carat.api.axonserver;

import io.carat.api.failure.CommandFailure;
import io.carat.core.eventstore.LedgerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/**
 * The part of the command bus that handles on this node, for commands that come over Axon Server. Only the details of an
 * exception arrive at the sender, so every failure is given them.
 */
final class TypedFailures implements CommandBus {

    private final LedgerCommandBus local;

    TypedFailures(LedgerCommandBus local) {
        this.local = local;
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        local.<C, R>dispatch(command, (sent, result) -> callback.onResult(sent, typed(result)));
    }

    private static <R> CommandResultMessage<? extends R> typed(CommandResultMessage<? extends R> result) {
        if (!result.isExceptional()) {
            return result;
        }
        Throwable cause = result.exceptionResult();
        CommandFailure failure = CommandFailure.of(cause);
        return new GenericCommandResultMessage<>(
                new CommandExecutionException(failure.message(), cause, failure), result.getMetaData());
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        local.dispatch(command);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return local.subscribe(commandName, handler);
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return local.registerDispatchInterceptor(interceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return local.registerHandlerInterceptor(interceptor);
    }
}
