package io.carat.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.carat.core.eventstore.CommandListener.Outcome;
import io.carat.core.eventstore.writer.CommandNotAcceptedException;
import io.carat.core.eventstore.writer.CommandNotAcceptedException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerCommandBusTest {

    private record Ended(Outcome outcome, int attempts) {}

    private final List<Ended> ended = new CopyOnWriteArrayList<>();
    private final LedgerCommandBus bus = LedgerCommandBus.create(
            2, (name, outcome, answer, attempts, duration) -> ended.add(new Ended(outcome, attempts)));
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void stop() {
        gate.countDown();
        bus.shutdown();
    }

    private void handle(String name, MessageHandler<CommandMessage<?>> handler) {
        var ignored = bus.subscribe(name, handler);
    }

    private CompletableFuture<CommandResultMessage<?>> send(String name) {
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        bus.dispatch(
                new GenericCommandMessage<>(new GenericCommandMessage<>("body"), name),
                (sent, result) -> answer.complete(result));
        return answer;
    }

    private Throwable failureOf(String name) {
        return EventStoreTestBed.await(send(name)).exceptionResult();
    }

    @Test
    void handlesOnAVirtualThread() {
        handle("where", command -> Thread.currentThread().isVirtual());

        assertThat(EventStoreTestBed.await(send("where")).getPayload()).isEqualTo(true);
        assertThat(ended).containsExactly(new Ended(Outcome.ANSWERED, 1));
    }

    @Test
    void turnsCommandsAwayWhenSaturated() {
        handle("wait", command -> awaitGate());
        CompletableFuture<CommandResultMessage<?>> first = send("wait");
        CompletableFuture<CommandResultMessage<?>> second = send("wait");

        assertThat(failureOf("wait"))
                .isInstanceOfSatisfying(
                        CommandNotAcceptedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.SATURATED));
        assertThat(ended).containsExactly(new Ended(Outcome.NOT_ACCEPTED, 0));
        assertThat(bus.inFlight()).isEqualTo(2);

        gate.countDown();
        assertThat(EventStoreTestBed.await(first).getPayload()).isEqualTo("waited");
        assertThat(EventStoreTestBed.await(second).getPayload()).isEqualTo("waited");
        await().atMost(Duration.ofSeconds(5)).until(() -> bus.inFlight() == 0);
    }

    @Test
    void drainsRunningCommandsAndTakesNoMore() {
        handle("wait", command -> awaitGate());
        CompletableFuture<CommandResultMessage<?>> running = send("wait");

        assertThat(bus.drain(Duration.ofMillis(50))).isFalse();
        assertThat(failureOf("wait"))
                .isInstanceOfSatisfying(
                        CommandNotAcceptedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.STOPPING));

        gate.countDown();
        assertThat(bus.drain(Duration.ofSeconds(10))).isTrue();
        assertThat(running).isDone();
    }

    @Test
    void retriesDeadlocksAndNothingElse() {
        AtomicReference<RuntimeException> failure = new AtomicReference<>(new DeadlockException("deadlock"));
        handle("fail", command -> {
            throw failure.get();
        });

        assertThat(failureOf("fail")).isInstanceOf(DeadlockException.class);
        failure.set(new IllegalStateException("bug"));
        assertThat(failureOf("fail")).isInstanceOf(IllegalStateException.class);

        assertThat(ended)
                .containsExactly(
                        new Ended(Outcome.CONFLICTED, ConflictRetry.MAX_ATTEMPTS), new Ended(Outcome.FAILED, 1));
    }

    @Test
    void answersEvenWhenACommitFailsWithAnError() {
        handle("break", command -> {
            CurrentUnitOfWork.get().onCommit(unitOfWork -> {
                throw new AssertionError("broken");
            });
            return "done";
        });

        assertThat(failureOf("break")).isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesASecondHandlerForACommand() {
        handle("same", command -> "first");

        assertThatThrownBy(() -> handle("same", command -> "second")).isInstanceOf(IllegalStateException.class);
    }

    private Object awaitGate() throws InterruptedException {
        gate.await();
        return "waited";
    }
}
