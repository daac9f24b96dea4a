package io.carat.api.http;

import java.io.IOException;
import java.io.Serial;

/** A body beyond {@link BodyLimit#MAX_BYTES}: status 413. */
final class BodyTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    BodyTooLargeException() {
        super("The body is larger than " + BodyLimit.MAX_BYTES + " bytes.");
    }
}
