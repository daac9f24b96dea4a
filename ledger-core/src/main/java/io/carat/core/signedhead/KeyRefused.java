package io.carat.core.signedhead;

/** A key cannot be used, for a reason people can remove. The message is one line: what is wrong, where, what to do. */
public final class KeyRefused extends RuntimeException {

    KeyRefused(String message) {
        super(message);
    }

    KeyRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
