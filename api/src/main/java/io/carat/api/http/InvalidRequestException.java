package io.carat.api.http;

import java.io.Serial;

/** A request that is not well formed: status 400, code INVALID_REQUEST. */
public final class InvalidRequestException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Names the field and what is wrong with it. */
    public InvalidRequestException(String field, String problem) {
        super("'" + field + "' " + problem + ".");
    }

    /** Says what is wrong. */
    public InvalidRequestException(String detail) {
        super(detail);
    }
}
