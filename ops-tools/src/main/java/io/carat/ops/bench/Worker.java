package io.carat.ops.bench;

import io.carat.ops.bench.contestant.Contestant;
import io.carat.ops.bench.contestant.ContestantSetup;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;
import io.carat.ops.client.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * A contestant's own process: one JSON line in, one out. The first line is its setup, each further one a run. It ends
 * when its input ends, so it does not outlive who started it.
 */
public final class Worker {

    /** A run that is asked for. */
    record Request(boolean warmUp, RunSpec spec) {}

    /**
     * What is answered; neither of them when the contestant is open.
     *
     * @param error why there is no result, in one line
     */
    record Reply(@Nullable RunResult result, @Nullable String error) {}

    private Worker() {}

    /** Serves until the input ends. */
    public static void serve(BufferedReader in, PrintStream out) throws IOException {
        String setup = in.readLine();
        if (setup == null) {
            return;
        }
        try (Contestant contestant =
                Json.as(Json.read(setup), ContestantSetup.class).open()) {
            tell(out, new Reply(null, null));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Request request = Json.as(Json.read(line), Request.class);
                RunSpec spec = request.spec();
                tell(out, new Reply(request.warmUp() ? contestant.warmUp(spec) : contestant.run(spec), null));
            }
        } catch (RuntimeException e) {
            tell(out, new Reply(null, String.valueOf(e.getMessage())));
        }
    }

    private static void tell(PrintStream out, Reply reply) {
        out.println(Json.write(reply));
        out.flush();
    }
}
