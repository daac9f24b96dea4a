package io.carat.saga.shell;

import java.time.Clock;

/**
 * Carries out pure steps. A command that cannot be done parks the saga: the state says so, the command waits in
 * {@link ParkedCommands} with its cause, and nothing is lost (rule book §4).
 */
public final class SagaShell {

    private final CommandDelivery delivery;
    private final ParkedCommands parked;
    private final SagaListener listener;
    private final Clock clock;

    /** Sends by delivery, parks there, tells the listener. */
    public SagaShell(CommandDelivery delivery, ParkedCommands parked, SagaListener listener, Clock clock) {
        this.delivery = delivery;
        this.parked = parked;
        this.listener = listener;
        this.clock = clock;
    }

    /** The saga's state after the step: as planned, or parked. */
    public <S> S run(String saga, String sagaKey, SagaStep<S> step) {
        for (SagaCommand command : step.commands()) {
            switch (delivery.deliver(command)) {
                case Delivery.Done ignored -> {}
                case Delivery.Refused refused -> {
                    return park(saga, sagaKey, step, command, refused.cause(), ParkedCommands.MAX_ATTEMPTS);
                }
                case Delivery.Failed failed -> {
                    return park(saga, sagaKey, step, command, failed.cause(), 0);
                }
            }
        }
        return step.next();
    }

    /** The saga has come to its end: whatever was parked for it is settled. */
    public void ended(String saga, String sagaKey) {
        parked.forget(saga, sagaKey);
    }

    private <S> S park(String saga, String sagaKey, SagaStep<S> step, SagaCommand command, String cause, int attempts) {
        parked.park(saga, sagaKey, command, cause, attempts, clock.instant());
        listener.parked(saga, sagaKey, cause);
        return step.parked().apply(cause);
    }
}
