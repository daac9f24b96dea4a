package io.carat.api.http;

import java.io.IOException;
import java.io.Serial;

/** A body beyond its limit in {@link BodyLimit}: status 413. */
public final class BodyTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    BodyTooLargeException(int limit) {
        super("The body is larger than " + limit + " bytes.");
    }
}
