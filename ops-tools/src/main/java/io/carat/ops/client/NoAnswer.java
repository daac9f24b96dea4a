package io.carat.ops.client;

/** The server gave no answer: whether it did what was asked is unknown until the same key is sent again. */
public final class NoAnswer extends CaratFailure {

    /** A request without an answer, with its line for people and what caused it. */
    public NoAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
