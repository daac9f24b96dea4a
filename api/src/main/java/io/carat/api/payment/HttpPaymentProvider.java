package io.carat.api.payment;

import io.carat.saga.payment.PaymentProvider;
import io.carat.saga.payment.PayoutInstruction;
import io.carat.saga.payment.PayoutResult;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The payment provider over HTTP. A question is repeated a few times at once, a payout never: whoever sends it again has asked
 * first. While most calls fail the circuit is open, and nothing is sent.
 */
final class HttpPaymentProvider implements PaymentProvider {

    /** How often a question is asked before its answer counts as unknown. */
    static final int STATUS_ATTEMPTS = 3;

    /** Between those. */
    static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(HttpPaymentProvider.class);
    private static final int WINDOW_CALLS = 20;
    private static final int LEAST_CALLS = 10;
    private static final int TRIAL_CALLS = 2;
    private static final Duration OPEN_FOR = Duration.ofSeconds(10);

    private final PaymentCall call;
    private final CircuitBreaker circuit;
    private final Retry repetition;

    HttpPaymentProvider(PaymentAccess access) {
        this.call = new PaymentCall(access);
        this.circuit = CircuitBreaker.of(
                "payments-" + access.providerId(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW_CALLS)
                        .minimumNumberOfCalls(LEAST_CALLS)
                        .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                        .waitDurationInOpenState(OPEN_FOR)
                        .recordExceptions(PaymentCallException.class)
                        .build());
        this.repetition = Retry.of(
                "payments-" + access.providerId(),
                RetryConfig.custom()
                        .maxAttempts(STATUS_ATTEMPTS)
                        .waitDuration(RETRY_PAUSE)
                        .retryExceptions(PaymentCallException.class)
                        .build());
        circuit.getEventPublisher()
                .onStateTransition(event ->
                        LOG.warn("Calls to payment provider {}: {}", access.providerId(), event.getStateTransition()));
    }

    @Override
    public PayoutResult pay(PayoutInstruction instruction) {
        return answer(() -> circuit.executeSupplier(() -> call.pay(instruction)));
    }

    @Override
    public PayoutResult status(PayoutInstruction instruction) {
        return answer(() -> repetition.executeSupplier(() -> circuit.executeSupplier(() -> call.status(instruction))));
    }

    private static PayoutResult answer(Supplier<PayoutResult> exchange) {
        try {
            return exchange.get();
        } catch (CallNotPermittedException e) {
            return new PayoutResult.Unknown("not asked: too many calls have failed");
        } catch (PaymentCallException e) {
            return new PayoutResult.Unknown(String.valueOf(e.getMessage()));
        }
    }
}
