package io.carat.core.eventstore;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import io.carat.core.eventstore.CommandListener.Outcome;
import io.carat.core.eventstore.writer.CommandNotAcceptedException;
import io.carat.core.eventstore.writer.CommandNotAcceptedException.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Handles each command on a virtual thread of its own, without a database transaction: the append is the transaction.
 * A command that conflicts is tried again in a fresh unit of work. The answer to a command that appended carries the
 * position of its last event.
 */
public final class LedgerCommandBus extends AsynchronousCommandBus {

    /** Metadata of the answer: the global position ({@link Long}) of the command's last event, if it appended any. */
    public static final String POSITION = "position";

    /** Commands handled at the same time unless told otherwise. */
    public static final int DEFAULT_MAX_IN_FLIGHT = 1_000;

    /** How long {@link #shutdown()} waits for running commands. */
    public static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("command-", 0).factory());
    private final int maxInFlight;
    private final Semaphore permits;
    private final CommandListener listener;
    private volatile boolean stopping;

    private LedgerCommandBus(Builder builder, int maxInFlight, CommandListener listener) {
        super(builder);
        this.maxInFlight = maxInFlight;
        this.permits = new Semaphore(maxInFlight);
        this.listener = listener;
    }

    /** A bus with the default bound and no listener. */
    public static LedgerCommandBus create() {
        return create(DEFAULT_MAX_IN_FLIGHT, (name, outcome, answer, attempts, duration) -> {});
    }

    /**
     * A bus.
     *
     * @param maxInFlight commands handled at the same time; more are answered by {@link CommandNotAcceptedException}
     */
    public static LedgerCommandBus create(int maxInFlight, CommandListener listener) {
        Builder builder = AsynchronousCommandBus.builder()
                .executor(Runnable::run)
                .transactionManager(NoTransactionManager.INSTANCE)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .duplicateCommandHandlerResolver((name, registered, candidate) -> {
                    throw new IllegalStateException("Two handlers for command " + name);
                });
        return new LedgerCommandBus(builder, maxInFlight, listener);
    }

    /** Commands being handled now. */
    public int inFlight() {
        return maxInFlight - permits.availablePermits();
    }

    /** Commands that may be handled at the same time. */
    public int maxInFlight() {
        return maxInFlight;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        if (!permits.tryAcquire()) {
            turnAway(command, callback);
            return;
        }
        if (stopping) {
            permits.release();
            turnAway(command, callback);
            return;
        }
        try {
            threads.execute(() -> handleAndRelease(command, handler, callback));
        } catch (RejectedExecutionException e) {
            permits.release();
            turnAway(command, callback);
        }
    }

    private <C, R> void handleAndRelease(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        try {
            handleUntilSettled(command, handler, callback);
        } finally {
            permits.release();
        }
    }

    private <C, R> void turnAway(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CommandNotAcceptedException refusal = stopping
                ? new CommandNotAcceptedException(Reason.STOPPING, "This node is stopping")
                : new CommandNotAcceptedException(
                        Reason.SATURATED, "As many commands as allowed, " + maxInFlight + ", are being handled");
        listener.ended(command.getCommandName(), Outcome.NOT_ACCEPTED, null, 0, Duration.ZERO);
        callback.onResult(command, asCommandResultMessage(refusal));
    }

    private <C, R> void handleUntilSettled(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        long started = System.nanoTime();
        int attempts = 0;
        Attempt<C, R> attempt;
        do {
            if (attempts > 0) {
                pause(ConflictRetry.pauseAfter(attempts));
            }
            attempts++;
            attempt = new Attempt<>(handler, attempts > 1);
            tryOnce(command, attempt);
        } while (attempt.conflicted()
                && attempts < ConflictRetry.MAX_ATTEMPTS
                && !Thread.currentThread().isInterrupted());
        Duration duration = Duration.ofNanos(System.nanoTime() - started);
        listener.ended(command.getCommandName(), attempt.outcome(), attempt.payload(), attempts, duration);
        callback.onResult(command, attempt.answer());
    }

    // An Error during the commit is not turned into a result by Axon; unanswered, the caller would wait for ever.
    private <C, R> void tryOnce(CommandMessage<C> command, Attempt<C, R> attempt) {
        try {
            super.handle(command, attempt, attempt);
        } catch (RuntimeException | Error e) {
            attempt.onResult(command, asCommandResultMessage(e));
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One try: remembers its unit of work and catches its result. */
    private static final class Attempt<C, R> implements MessageHandler<CommandMessage<?>>, CommandCallback<C, R> {

        private final MessageHandler<? super CommandMessage<?>> handler;
        private final boolean retry;
        private @Nullable UnitOfWork<?> unitOfWork;
        private CommandResultMessage<? extends R> result =
                asCommandResultMessage(new IllegalStateException("The command was not handled"));

        Attempt(MessageHandler<? super CommandMessage<?>> handler, boolean retry) {
            this.handler = handler;
            this.retry = retry;
        }

        @Override
        public Object handle(CommandMessage<?> command) throws Exception {
            UnitOfWork<?> current = CurrentUnitOfWork.get();
            unitOfWork = current;
            if (retry) {
                PostgresEventStorageEngine.markRetry(current);
            }
            try {
                return handler.handle(command);
            } catch (RuntimeException e) {
                requireUpToDate(current, e);
                throw e;
            }
        }

        private static void requireUpToDate(UnitOfWork<?> failed, RuntimeException failure) {
            StagedAppend staged = failed.root().getResource(StagedAppend.KEY);
            if (staged != null && !ConflictRetry.isConflict(failure)) {
                staged.requireUpToDate(failure);
            }
        }

        @Override
        public void onResult(CommandMessage<? extends C> command, CommandResultMessage<? extends R> commandResult) {
            result = commandResult;
        }

        boolean conflicted() {
            return result.isExceptional() && ConflictRetry.isConflict(result.exceptionResult());
        }

        Outcome outcome() {
            if (!result.isExceptional()) {
                return Outcome.ANSWERED;
            }
            return conflicted() ? Outcome.CONFLICTED : Outcome.FAILED;
        }

        @Nullable
        Object payload() {
            return result.isExceptional() ? null : result.getPayload();
        }

        CommandResultMessage<? extends R> answer() {
            Object position = unitOfWork == null
                    ? null
                    : unitOfWork.root().resources().get(PostgresEventStorageEngine.APPENDED_POSITION);
            return position == null || result.isExceptional() ? result : result.andMetaData(Map.of(POSITION, position));
        }
    }

    /** Takes no more commands and waits for the running ones, for {@link #DRAIN_TIMEOUT} at most. */
    @Override
    public void shutdown() {
        drain(DRAIN_TIMEOUT);
    }

    /**
     * Takes no more commands and waits for the running ones.
     *
     * @return whether all of them ended in time
     */
    public boolean drain(Duration timeout) {
        stopping = true;
        try {
            boolean drained = permits.tryAcquire(maxInFlight, timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (drained) {
                permits.release(maxInFlight);
            }
            return drained;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            threads.shutdown();
        }
    }
}
