package io.carat.api.payment;

import io.carat.saga.payment.PayoutLoop;
import io.carat.saga.payment.PayoutWork;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Works on payouts while the server runs: the last to start, the first to stop. Without a payment provider it idles. */
final class PayoutWorker implements SmartLifecycle {

    private final Optional<PayoutWork> work;
    private volatile @Nullable PayoutLoop loop;

    PayoutWorker(Optional<PayoutWork> work) {
        this.work = work;
    }

    @Override
    public void start() {
        work.ifPresent(payouts -> loop = PayoutLoop.start(payouts));
    }

    @Override
    public void stop() {
        PayoutLoop running = loop;
        if (running != null) {
            running.close();
            loop = null;
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }
}
