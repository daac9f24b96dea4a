package io.carat.saga.shell;

import java.time.Clock;

/**
 * Tries parked commands again when they are due, further and further apart. It changes no saga: what the command does is
 * an event, and the event brings the saga on.
 */
public final class ParkedRetry {

    /** Commands tried in one run. */
    public static final int BATCH = 50;

    private final CommandDelivery delivery;
    private final ParkedCommands parked;
    private final Clock clock;

    /** Retries what is parked there. */
    public ParkedRetry(CommandDelivery delivery, ParkedCommands parked, Clock clock) {
        this.delivery = delivery;
        this.parked = parked;
        this.clock = clock;
    }

    /** Tries what is due, once each, in the caller's transaction; returns how many are done. */
    public int run() {
        int done = 0;
        for (ParkedCommand command : parked.due(clock.instant(), BATCH)) {
            done += retry(command) ? 1 : 0;
        }
        return done;
    }

    private boolean retry(ParkedCommand parkedCommand) {
        return switch (delivery.once(parkedCommand.command())) {
            case Delivery.Done ignored -> {
                parked.forget(parkedCommand.saga(), parkedCommand.sagaKey());
                yield true;
            }
            case Delivery.Refused refused -> parkAgain(parkedCommand, refused.cause(), ParkedCommands.MAX_ATTEMPTS);
            case Delivery.Failed failed -> parkAgain(parkedCommand, failed.cause(), parkedCommand.attempts() + 1);
        };
    }

    private boolean parkAgain(ParkedCommand command, String cause, int attempts) {
        parked.park(command.saga(), command.sagaKey(), command.command(), cause, attempts, clock.instant());
        return false;
    }
}
