package io.carat.saga.shell;

/**
 * A command that could not be done and waits for its next attempt, as it is stored.
 *
 * @param saga the saga's name
 * @param sagaKey what the saga looks after
 * @param commandName the permanent name that says how the payload is read
 * @param payload the command as JSON
 * @param attempts how often it has been given up so far
 */
public record ParkedCommand(
        String saga, String sagaKey, String commandId, String commandName, String payload, int attempts) {}
