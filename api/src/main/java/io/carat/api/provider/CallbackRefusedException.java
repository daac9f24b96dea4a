package io.carat.api.provider;

import io.carat.core.decision.RejectionCode;
import io.carat.core.provider.CallbackFault;
import java.io.Serial;

/** A callback that is not decided on. It is told by the code that the provider's profile has for its name. */
final class CallbackRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String name;

    CallbackRefusedException(CallbackFault fault, String detail) {
        super(detail);
        this.name = fault.name();
    }

    CallbackRefusedException(RejectionCode code, String detail) {
        super(detail);
        this.name = code.name();
    }

    /** The name that profiles map. */
    String name() {
        return name;
    }

    /** One sentence for people. */
    String detail() {
        return String.valueOf(getMessage());
    }
}
