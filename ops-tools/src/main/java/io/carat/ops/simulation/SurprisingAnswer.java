package io.carat.ops.simulation;

import io.carat.ops.client.CaratFailure;

/** An answer that the player's expectation does not allow: from here on his books and the server's differ. */
final class SurprisingAnswer extends CaratFailure {
    SurprisingAnswer(String message) {
        super(message);
    }
}
