package io.carat.saga.shell;

/**
 * A command that a step wants sent.
 *
 * @param id derived from the event and the step, so that an event which is delivered twice asks for the same thing twice
 * @param name the permanent name that the command is parked under
 * @param payload the command itself
 */
public record SagaCommand(String id, String name, Object payload) {

    /** The command of a step. */
    public static SagaCommand of(String eventId, String step, String name, Object payload) {
        return new SagaCommand(eventId + "/" + step, name, payload);
    }
}
