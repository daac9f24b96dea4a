package io.carat.ops.canary;

import io.carat.ops.client.CaratFailure;

/** The server did not do what it must; the message says what was expected and what was found. */
final class CheckFailed extends CaratFailure {

    CheckFailed(String message) {
        super(message);
    }

    static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new CheckFailed(otherwise);
        }
    }
}
