package io.carat.api.wiring;

import io.carat.core.decision.Outcome.Done;
import io.carat.core.decision.Outcome.Refused;
import io.carat.core.decision.RejectionCode;
import io.carat.core.eventstore.AppendListener;
import io.carat.core.eventstore.CommandListener;
import io.carat.core.transfer.MakeTransfer;
import io.micrometer.core.instrument.Counter;
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

    /** Transfers that were refused, by rejection code. */
    static final String TRANSFER_REJECTIONS = "wallet_transfer_rejections";

    /** Coupons that were refused, by rejection code. */
    static final String COUPON_REJECTIONS = "wallet_coupon_rejections";

    private static final String COUPON_CODES = "COUPON_";

    private static final String NO_CODE = "none";

    private final MeterRegistry registry;
    private final Counter mismatches;
    private final Timer appends;

    LedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.mismatches = Counter.builder("wallet_idempotency_mismatches")
                .description("Keys or ids that were used again with another payload")
                .register(registry);
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
        String code = NO_CODE;
        String ended = outcome.name().toLowerCase(Locale.ROOT);
        if (answer instanceof Refused refused) {
            code = refused.rejection().code().name();
            ended = "refused";
            countMismatch(refused.rejection().code());
            countTransfer(simpleName, code);
            countCoupon(code);
        } else if (answer instanceof Done done && done.replayedFrom() != null) {
            ended = "replayed";
        }
        registry.counter(COMMANDS, "command", simpleName, "outcome", ended, "code", code)
                .increment();
    }

    private void countMismatch(RejectionCode code) {
        if (code == RejectionCode.IDEMPOTENCY_MISMATCH) {
            mismatches.increment();
        }
    }

    private void countTransfer(String command, String code) {
        if (command.equals(MakeTransfer.class.getSimpleName())) {
            registry.counter(TRANSFER_REJECTIONS, "reason", code).increment();
        }
    }

    private void countCoupon(String code) {
        if (code.startsWith(COUPON_CODES)) {
            registry.counter(COUPON_REJECTIONS, "reason", code).increment();
        }
    }

    @Override
    public void appended(int events, Duration duration) {
        appends.record(duration);
    }
}
