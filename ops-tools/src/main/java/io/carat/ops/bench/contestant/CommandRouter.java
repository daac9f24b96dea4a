package io.carat.ops.bench.contestant;

import io.carat.core.LedgerAssembly;
import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.decision.Outcome;
import io.carat.core.eventstore.LedgerCommandBus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;

/** The server's command bus with the ledger's handlers, the same for every event store beneath. */
final class CommandRouter implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 30;

    private final LedgerCommandBus bus = LedgerCommandBus.create();

    CommandRouter(AggregateAccess access) {
        LedgerAssembly.commandHandlers(access)
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler).subscribe(bus));
    }

    Outcome send(Object command) {
        CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
        bus.dispatch(
                GenericCommandMessage.<Object>asCommandMessage(command), (sent, answered) -> result.complete(answered));
        CommandResultMessage<?> message =
                result.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        if (message.isExceptional()) {
            throw new CompletionException(message.exceptionResult());
        }
        return (Outcome) message.getPayload();
    }

    @Override
    public void close() {
        bus.shutdown();
    }
}
