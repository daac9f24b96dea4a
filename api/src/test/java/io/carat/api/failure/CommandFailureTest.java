package io.carat.api.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.api.failure.CommandFailure.Kind;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure says the same whether it happened here or on another node. */
class CommandFailureTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConcurrencyException("x"), Kind.CONTENTION),
                Arguments.of(new AggregateStreamCreationException("x"), Kind.CONTENTION),
                Arguments.of(new DeadlockException("x"), Kind.CONTENTION),
                Arguments.of(new StoreUnreachableException(new TimeoutException("x")), Kind.STORE_UNAVAILABLE),
                Arguments.of(new NoHandlerForCommandException("x"), Kind.STORE_UNAVAILABLE),
                Arguments.of(new EventStoreException("x"), Kind.OUTCOME_UNKNOWN),
                Arguments.of(new TimeoutException(), Kind.OUTCOME_UNKNOWN),
                Arguments.of(ErrorCode.OTHER.convert(new IllegalStateException("lost")), Kind.OUTCOME_UNKNOWN),
                Arguments.of(
                        ErrorCode.COMMAND_DISPATCH_ERROR.convert(new IllegalStateException("lost")),
                        Kind.OUTCOME_UNKNOWN),
                Arguments.of(new IllegalStateException("x"), Kind.UNEXPECTED));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatTheCallerMayConclude(Throwable failure, Kind kind) {
        CommandFailure here = CommandFailure.of(failure);
        assertThat(here.kind()).isEqualTo(kind);
        assertThat(CommandFailure.of(new CompletionException(failure))).isEqualTo(here);
        assertThat(CommandFailure.of(new CommandExecutionException("x", null, here)))
                .isEqualTo(here);
    }

    @Test
    void aForeignFailureWithoutDetailsIsUnexpected() {
        CommandFailure failure = CommandFailure.of(new CommandExecutionException("broken", null, "other details"));
        assertThat(failure).isEqualTo(new CommandFailure(Kind.UNEXPECTED, "broken"));
    }
}
