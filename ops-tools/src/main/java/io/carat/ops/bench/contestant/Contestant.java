package io.carat.ops.bench.contestant;

import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;

/** One of those that are compared, ready to run. */
public interface Contestant extends AutoCloseable {

    /**
     * Runs once and measures it.
     *
     * @throws io.carat.ops.client.CaratFailure when it cannot run
     */
    RunResult run(RunSpec spec);

    /** Runs once to get warm; nothing of it counts. */
    default RunResult warmUp(RunSpec spec) {
        return run(spec);
    }

    @Override
    void close();
}
