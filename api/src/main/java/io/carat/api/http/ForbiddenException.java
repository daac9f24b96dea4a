package io.carat.api.http;

import java.io.Serial;

/** A brand or provider that the caller's token does not reach: status 403, code FORBIDDEN. */
public final class ForbiddenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Says what is out of reach. */
    public ForbiddenException(String detail) {
        super(detail);
    }
}
