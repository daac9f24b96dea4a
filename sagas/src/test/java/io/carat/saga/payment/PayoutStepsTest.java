package io.carat.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.saga.payment.PayoutSteps.Next;
import io.carat.saga.payment.PayoutSteps.Pauses;
import io.carat.saga.payment.PayoutSteps.Question;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PayoutStepsTest {

    private static final Pauses PAUSES = new Pauses(Duration.ofSeconds(2), Duration.ofSeconds(60));

    @Test
    void sendsOnlyWhatCannotHaveLeft() {
        assertThat(PayoutSteps.question(PayoutStage.DUE)).isEqualTo(Question.PAY);
        assertThat(PayoutSteps.question(PayoutStage.ASKED)).isEqualTo(Question.STATUS);
    }

    @ParameterizedTest
    @EnumSource(
            value = PayoutStage.class,
            names = {"PAID", "FAILED", "CONTRADICTED"})
    void asksNothingOfWhatHasEnded(PayoutStage stage) {
        assertThatIllegalStateException().isThrownBy(() -> PayoutSteps.question(stage));
    }

    @Test
    void concludesOnFinalWordsAlone() {
        assertThat(next(new PayoutResult.Paid())).isEqualTo(new Next.Conclude(new PayoutResult.Paid()));
        assertThat(next(new PayoutResult.Declined("no"))).isEqualTo(new Next.Conclude(new PayoutResult.Declined("no")));
        assertThat(next(new PayoutResult.Pending())).isEqualTo(later(PayoutStage.ASKED, 2));
        assertThat(next(new PayoutResult.Unknown("time-out"))).isEqualTo(later(PayoutStage.ASKED, 2));
    }

    @Test
    void sendsAgainWhatTheProviderDoesNotKnow() {
        assertThat(next(new PayoutResult.Absent())).isEqualTo(later(PayoutStage.DUE, 2));
    }

    @Test
    void asksForEverButLessAndLess() {
        assertThat(PAUSES.after(1)).hasSeconds(2);
        assertThat(PAUSES.after(2)).hasSeconds(4);
        assertThat(PAUSES.after(5)).hasSeconds(32);
        assertThat(PAUSES.after(6)).hasSeconds(60);
        assertThat(PAUSES.after(Integer.MAX_VALUE)).hasSeconds(60);
    }

    private static Next next(PayoutResult result) {
        return PayoutSteps.next(result, 1, PAUSES);
    }

    private static Next later(PayoutStage stage, int seconds) {
        return new Next.Later(stage, Duration.ofSeconds(seconds));
    }
}
