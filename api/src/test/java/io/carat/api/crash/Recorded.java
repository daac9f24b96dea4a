package io.carat.api.crash;

import org.jspecify.annotations.Nullable;

/**
 * A request as it was sent, and what was answered.
 *
 * @param answer null when the connection broke before an answer came
 */
record Recorded(
        String path, String key, String body, @Nullable Reply answer) {

    /** An answer: status, body and whether it is the stored one of an earlier call. */
    record Reply(int status, String body, boolean replayed) {}
}
