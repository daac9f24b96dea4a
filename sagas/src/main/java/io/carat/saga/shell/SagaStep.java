package io.carat.saga.shell;

import java.util.List;
import java.util.function.Function;

/**
 * What a pure step comes to.
 *
 * @param next the saga's state once every command is done
 * @param commands sent in order, each only after the one before is done
 * @param parked the saga's state when one of them cannot be done, from the cause
 * @param <S> the saga's state
 */
public record SagaStep<S>(S next, List<SagaCommand> commands, Function<String, S> parked) {

    public SagaStep {
        commands = List.copyOf(commands);
    }
}
