package io.carat.api.http;

import java.io.Serial;

/** An integer that is no permitted amount: status 422, code AMOUNT_INVALID. */
public final class AmountInvalidException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Says which field and what it may be. */
    public AmountInvalidException(String detail) {
        super(detail);
    }
}
