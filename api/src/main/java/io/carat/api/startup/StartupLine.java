package io.carat.api.startup;

import io.carat.core.host.OneLine;
import java.util.concurrent.atomic.AtomicBoolean;

/** The line on standard error that says why the server did not start. */
public final class StartupLine {

    private static final String PREFIX = "carat: cannot start: ";
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private StartupLine() {}

    static void tell(String reason) {
        TOLD.set(true);
        System.err.println(PREFIX + reason);
    }

    /** For a failure that nobody foresaw: Spring Boot has logged its stack trace, the line names its root cause. */
    public static void tellUnlessTold(Throwable failure) {
        if (!TOLD.get()) {
            tell(OneLine.of(OneLine.rootOf(failure)) + " (unforeseen; the log has the stack trace)");
        }
    }
}
