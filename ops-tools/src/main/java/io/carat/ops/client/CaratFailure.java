package io.carat.ops.client;

/** What was asked cannot be done; the message is the one line that a person reads: what is wrong and what to do. */
public class CaratFailure extends RuntimeException {

    /** A failure with its line for people. */
    public CaratFailure(String message) {
        super(message);
    }

    /** A failure with its line for people and what caused it. */
    public CaratFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
