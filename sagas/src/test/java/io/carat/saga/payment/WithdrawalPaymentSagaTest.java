package io.carat.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.eventstore.names.StableNames;
import io.carat.core.money.Money;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalFailed;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalPaid;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalPaymentStarted;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithdrawalPaymentSagaTest {

    private static final PayoutTable TABLE = new PayoutTable();
    private static final WithdrawalPaymentStarted STARTED =
            new WithdrawalPaymentStarted("w", "psp", new Money(4_000, "KRW"), "account-1");

    private final SagaTestFixture<WithdrawalPaymentSaga> fixture = new SagaTestFixture<>(WithdrawalPaymentSaga.class);

    @BeforeEach
    void wire() {
        TABLE.clear();
        fixture.registerResource(TABLE.payouts);
    }

    @AfterAll
    static void close() {
        TABLE.close();
    }

    @Test
    void opensAPayoutAndEndsItWithTheWithdrawal() {
        fixture.givenNoPriorActivity().whenPublishingA(STARTED).expectActiveSagas(1);
        assertThat(TABLE.payouts.find("w"))
                .contains(new Payout(PayoutTable.instruction("w"), "psp", PayoutStage.DUE, 0));
        fixture.givenNoPriorActivity().whenPublishingA(new WithdrawalPaid("w")).expectActiveSagas(0);
        assertThat(TABLE.row("w")).isEqualTo("PAID 0 - ended");
    }

    @Test
    void endsAPayoutThatFailed() {
        fixture.givenAPublished(STARTED)
                .whenPublishingA(new WithdrawalFailed("w"))
                .expectActiveSagas(0);
        assertThat(TABLE.row("w")).isEqualTo("FAILED 0 - ended");
    }

    @Test
    void leavesToPeopleWhatPeoplePay() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(new WithdrawalPaymentStarted("w", null, new Money(4_000, "KRW"), null))
                .expectActiveSagas(0);
        assertThat(TABLE.payouts.find("w")).isEmpty();
    }

    @Test
    void isStoredAndReadAgain() {
        StableNameSerializer serializer = StableNameSerializer.general(StableNames.builder()
                .add(WithdrawalPaymentSaga.STORED_NAME, WithdrawalPaymentSaga.class)
                .build());
        SerializedObject<byte[]> stored = serializer.serialize(new WithdrawalPaymentSaga(), byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("saga.withdrawal-payment.v1");
        assertThat(serializer.<byte[], WithdrawalPaymentSaga>deserialize(stored))
                .isNotNull();
    }
}
