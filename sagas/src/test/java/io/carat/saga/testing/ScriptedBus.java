package io.carat.saga.testing;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import io.carat.core.bucket.RequirementActivationAnswer;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.rolling.RequirementStatus;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** A command bus that answers as it is told, one answer after the other; the last one stays. */
public final class ScriptedBus implements CommandBus {

    /** The requirement is active. */
    public static final Object DONE =
            new Outcome.Done(new RequirementActivationAnswer("r-1", RequirementStatus.ACTIVE), null);

    /** There is no such bucket. */
    public static final Object REFUSED =
            new Outcome.Refused(Rejection.of(RejectionCode.REQUIREMENT_NOT_FOUND, "There is no bucket b-1."), false);

    /** The command is never answered. */
    public static final Object SILENCE = new Object();

    private final Queue<Object> answers;
    private final List<CommandMessage<?>> sent = new CopyOnWriteArrayList<>();

    private ScriptedBus(List<?> answers) {
        this.answers = new ArrayDeque<>(answers);
    }

    /** Answers in this order: outcomes, exceptions of the handler, or {@link #SILENCE}. */
    public static ScriptedBus answering(Object... answers) {
        return new ScriptedBus(List.of(answers));
    }

    /** A failure of the command. */
    public static Object failure(String message) {
        return new IllegalStateException(message);
    }

    /** What was sent so far. */
    public List<CommandMessage<?>> sent() {
        return sent;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        throw new UnsupportedOperationException("Nobody would hear of the outcome");
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        sent.add(command);
        Object answer = answers.size() > 1 ? answers.remove() : answers.element();
        if (answer instanceof Throwable failure) {
            callback.onResult(command, asCommandResultMessage(failure));
        } else if (!answer.equals(SILENCE)) {
            callback.onResult(command, asCommandResultMessage(answer));
        }
    }

    @Override
    public Registration subscribe(String name, MessageHandler<? super CommandMessage<?>> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException();
    }
}
