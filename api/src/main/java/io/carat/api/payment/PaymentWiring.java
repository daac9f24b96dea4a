package io.carat.api.payment;

import io.carat.api.signature.CallbackSignature;
import io.carat.saga.payment.PayoutConclusion;
import io.carat.saga.payment.PayoutStage;
import io.carat.saga.payment.PayoutWork;
import io.carat.saga.payment.Payouts;
import io.carat.saga.payment.WithdrawalLedger;
import io.carat.saga.payment.WithdrawalPaymentSaga;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payouts, who carries them out, and what is measured of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentSettings.class)
class PaymentWiring {

    private static final Duration LEASE_MARGIN = Duration.ofSeconds(1);
    private static final List<PayoutStage> OPEN_STAGES =
            List.of(PayoutStage.DUE, PayoutStage.ASKED, PayoutStage.CONTRADICTED);

    @Bean
    Payouts payouts(DataSource dataSource, MeterRegistry registry) {
        Payouts payouts = new Payouts(dataSource);
        for (PayoutStage stage : OPEN_STAGES) {
            Gauge.builder("saga_active", payouts, table -> table.count(stage))
                    .description("Work of sagas that has not come to its end")
                    .tag("saga", WithdrawalPaymentSaga.NAME)
                    .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("wallet_payout_oldest_open_seconds", payouts, PaymentWiring::oldestOpenSeconds)
                .description("Age of the oldest payout without an outcome; 0 when there is none")
                .register(registry);
        return payouts;
    }

    @Bean
    PayoutConclusion payoutConclusion(WithdrawalLedger ledger, MeterRegistry registry) {
        Counter contradictions = Counter.builder("wallet_payment_contradictions")
                .description("Final words of a payment provider that contradict how the withdrawal has ended")
                .register(registry);
        return new PayoutConclusion(ledger, contradictions::increment);
    }

    @Bean
    CallbackSignature callbackSignature() {
        return new CallbackSignature(Clock.systemUTC());
    }

    @Bean
    PayoutWorker payoutWorker(
            Payments payments, Payouts payouts, WithdrawalLedger ledger, PayoutConclusion conclusion) {
        Optional<PayoutWork> work = payments.access()
                .map(access -> new PayoutWork(
                        access.providerId(),
                        new HttpPaymentProvider(access),
                        payouts,
                        ledger,
                        conclusion,
                        timing(access),
                        Clock.systemUTC()));
        return new PayoutWorker(work);
    }

    private static PayoutWork.Timing timing(PaymentAccess access) {
        return new PayoutWork.Timing(
                access.longestCall().plus(LEASE_MARGIN), access.firstPause(), access.longestPause());
    }

    private static double oldestOpenSeconds(Payouts payouts) {
        return payouts.oldestOpen()
                .map(opened ->
                        Duration.between(opened, Clock.systemUTC().instant()).toSeconds())
                .orElse(0L);
    }
}
