package io.carat.ops.bench.contestant;

import io.carat.ops.bench.load.Load;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;

/**
 * A contestant all of whose bets are one player's, whatever the others' load is.
 *
 * @param contestant closed with this
 */
record OneHotPlayer(Contestant contestant) implements Contestant {

    @Override
    public RunResult run(RunSpec spec) {
        return contestant.run(spec.with(Load.ONE_HOT));
    }

    @Override
    public RunResult warmUp(RunSpec spec) {
        return contestant.warmUp(spec.with(Load.ONE_HOT));
    }

    @Override
    public void close() {
        contestant.close();
    }
}
