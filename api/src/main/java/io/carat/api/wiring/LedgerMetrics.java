package io.carat.api.wiring;

import io.carat.core.decision.Outcome.Refused;
import io.carat.core.eventstore.AppendListener;
import io.carat.core.eventstore.CommandListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts commands by how they ended, and times appends. */
final class LedgerMetrics implements CommandListener, AppendListener {

    /** Commands that have ended, by simple name, outcome and rejection code. */
    static final String COMMANDS = "wallet_commands";

    /** From the submission of an append until it is durable. */
    static final String APPENDS = "wallet_ledger_append";

    private static final String NO_CODE = "none";

    private final MeterRegistry registry;
    private final Timer appends;

    LedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.appends = Timer.builder(APPENDS)
                .description("From the submission of an append until it is durable")
                .publishPercentileHistogram()
                .register(registry);
    }

    @Override
    public void ended(
            String commandName,
            CommandListener.Outcome outcome,
            @Nullable Object answer,
            int attempts,
            Duration duration) {
        String simpleName =
                commandName.substring(Math.max(commandName.lastIndexOf('.'), commandName.lastIndexOf('$')) + 1);
        String code =
                answer instanceof Refused refused ? refused.rejection().code().name() : NO_CODE;
        String ended = answer instanceof Refused ? "refused" : outcome.name().toLowerCase(Locale.ROOT);
        registry.counter(COMMANDS, "command", simpleName, "outcome", ended, "code", code)
                .increment();
    }

    @Override
    public void appended(int events, Duration duration) {
        appends.record(duration);
    }
}
