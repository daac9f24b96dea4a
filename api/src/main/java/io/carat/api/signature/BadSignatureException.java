package io.carat.api.signature;

import java.io.Serial;

/** A callback that is not signed as it must be: status 401, code BAD_SIGNATURE. */
public final class BadSignatureException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Says what is wrong, without the secret or the signature that would be right. */
    public BadSignatureException(String detail) {
        super(detail);
    }
}
