package io.carat.api.http;

import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what commands came to: {@code wallet_commands_total} and {@code wallet_idempotency_mismatches_total}. */
@Component
final class CommandMetrics {

    private static final String NO_CODE = "";

    private final MeterRegistry registry;
    private final Counter mismatches;

    CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.mismatches = Counter.builder("wallet_idempotency_mismatches")
                .description("Keys or ids that were used again with another payload")
                .register(registry);
    }

    void decided(Object command, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(var ignored, var origin) ->
                count(command, origin == null ? "accepted" : "replayed", NO_CODE);
            case Outcome.Refused refused -> {
                RejectionCode code = refused.rejection().code();
                count(command, "refused", code.name());
                if (code == RejectionCode.IDEMPOTENCY_MISMATCH) {
                    mismatches.increment();
                }
            }
        }
    }

    void failed(Object command) {
        count(command, "failed", NO_CODE);
    }

    private void count(Object command, String outcome, String code) {
        Counter.builder("wallet_commands")
                .description("Commands by what they came to")
                .tag("command", command.getClass().getSimpleName())
                .tag("outcome", outcome)
                .tag("code", code)
                .register(registry)
                .increment();
    }
}
