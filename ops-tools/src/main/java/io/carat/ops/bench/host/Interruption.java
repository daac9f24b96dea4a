package io.carat.ops.bench.host;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What is still done when a benchmark is interrupted: its processes end, then its PostgreSQL, and no file stays. */
public final class Interruption {

    private static final Duration END_TIMEOUT = Duration.ofSeconds(20);

    private final Thread hook;

    private Interruption(Databases databases) {
        this.hook = new Thread(
                () -> {
                    endChildren();
                    databases.close();
                },
                "bench-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Prepares for it until it is forgotten. */
    public static Interruption closing(Databases databases) {
        return new Interruption(databases);
    }

    private static void endChildren() {
        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        children.forEach(ProcessHandle::destroy);
        children.forEach(Interruption::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle child) {
        try {
            child.onExit().get(END_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            child.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It did not happen. */
    public void forget() {
        forget(hook);
    }

    static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It happens right now, and the hook does the rest.
        }
    }
}
