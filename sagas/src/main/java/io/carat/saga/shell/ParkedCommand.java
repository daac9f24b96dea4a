package io.carat.saga.shell;

/**
 * A command that could not be done and waits for its next attempt.
 *
 * @param saga the saga's name
 * @param sagaKey what the saga looks after
 * @param attempts how often it has been given up so far
 */
public record ParkedCommand(String saga, String sagaKey, SagaCommand command, int attempts) {}
