package io.carat.ops.bench.contestant;

import io.carat.core.configuration.ConfigurationCommand;
import io.carat.core.configuration.FirstStart;
import io.carat.core.decision.Outcome;
import io.carat.ops.bench.host.PostgresMeter;
import io.carat.ops.bench.host.Target;
import io.carat.ops.bench.load.BetLoad;
import io.carat.ops.bench.load.Meters;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;
import java.util.List;
import java.util.stream.IntStream;

/** The ledger in this process: its command bus, handlers and aggregates on one event store. */
final class LedgerContestant implements Contestant {

    /** Providers that bets can be spread over. */
    private static final int PROVIDERS = 16;

    private final Ledger ledger;
    private final Target target;
    private final List<String> providers = IntStream.rangeClosed(1, PROVIDERS)
            .mapToObj(number -> "provider-" + number)
            .toList();

    /** A contestant on this ledger, which is set up here and closed with it. */
    LedgerContestant(Ledger ledger, Target target) {
        this.ledger = ledger;
        this.target = target;
        FirstStart.commands("RUBY_SPLIT_V1").forEach(this::configure);
        providers.forEach(provider -> FirstStart.provider(provider).forEach(this::configure));
    }

    private void configure(ConfigurationCommand command) {
        if (ledger.send(command) instanceof Outcome.Refused refused) {
            throw new IllegalStateException("Not set up: " + refused);
        }
    }

    @Override
    public RunResult run(RunSpec spec) {
        Meters meters = Meters.inProcess(new PostgresMeter(target.postmaster()), ledger::position);
        return new BetLoad(() -> new CommandDesk(ledger), providers).run(spec, meters);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
