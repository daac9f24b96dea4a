package io.carat.api.payment;

import java.io.Serial;

/** A call to the payment provider without a usable answer: what it did is unknown. */
final class PaymentCallException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    PaymentCallException(String message, Throwable cause) {
        super(message, cause);
    }
}
