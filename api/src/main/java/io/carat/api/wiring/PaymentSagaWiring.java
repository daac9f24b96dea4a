package io.carat.api.wiring;

import io.carat.core.eventstore.names.StableNames;
import io.carat.saga.payment.WithdrawalPaymentSaga;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The saga that pays withdrawals. */
@Configuration(proxyBeanMethods = false)
class PaymentSagaWiring {

    @Bean
    SagaType withdrawalPayment() {
        return new SagaType(WithdrawalPaymentSaga.class);
    }

    @Bean
    StableNames paymentSagaNames() {
        return StableNames.builder()
                .add(WithdrawalPaymentSaga.STORED_NAME, WithdrawalPaymentSaga.class)
                .build();
    }
}
