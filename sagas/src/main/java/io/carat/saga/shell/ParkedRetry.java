package io.carat.saga.shell;

import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tries parked commands again when they are due, further and further apart. It changes no saga: what the command does is
 * an event, and the event brings the saga on.
 */
public final class ParkedRetry {

    /** Commands tried in one run. */
    public static final int BATCH = 50;

    private final CommandDelivery delivery;
    private final ParkedCommands parked;
    private final TransactionOperations transactions;
    private final Clock clock;

    /** Retries what is parked there. */
    public ParkedRetry(
            CommandDelivery delivery, ParkedCommands parked, TransactionOperations transactions, Clock clock) {
        this.delivery = delivery;
        this.parked = parked;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Tries what is due, once each. Each in its own transaction: the saga that a command brings to its end waits for that
     * command only, and one that fails takes no other along.
     *
     * @return how many were tried
     */
    public int run() {
        int tried = 0;
        while (tried < BATCH && Boolean.TRUE.equals(transactions.execute(status -> tryNext()))) {
            tried++;
        }
        return tried;
    }

    private boolean tryNext() {
        List<ParkedCommand> due = parked.due(clock.instant(), 1);
        due.forEach(this::retry);
        return !due.isEmpty();
    }

    private void retry(ParkedCommand command) {
        SagaCommand again;
        try {
            again = parked.read(command);
        } catch (IllegalStateException e) {
            leaveToAnOperator(command, e.toString());
            return;
        }
        switch (delivery.once(again)) {
            case Delivery.Done ignored -> parked.forget(command);
            case Delivery.Refused refused -> leaveToAnOperator(command, refused.cause());
            case Delivery.Failed failed ->
                parked.putOff(command, failed.cause(), command.attempts() + 1, clock.instant());
        }
    }

    private void leaveToAnOperator(ParkedCommand command, String cause) {
        parked.putOff(command, cause, ParkedCommands.MAX_ATTEMPTS, clock.instant());
    }
}
