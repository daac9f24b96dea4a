package io.carat.ops.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void namesTheFieldThatAnAnswerLacks() {
        Answer page = new Answer(200, false, Json.read("{\"rows\": [{\"position\": 1}]}"), 1);

        assertThatThrownBy(() -> page.as(LedgerPage.class))
                .isInstanceOf(CaratFailure.class)
                .hasMessageStartingWith("The answer is not a LedgerPage: field .rows[0].");
    }

    @Test
    void namesARefusalByItsCodeOrElseItsStatus() {
        assertThat(new Answer(422, false, Json.read("{\"code\": \"INSUFFICIENT_FUNDS\"}"), 1).summary())
                .isEqualTo("422 INSUFFICIENT_FUNDS");
        assertThat(new Answer(502, false, Json.read("{}"), 1).summary()).isEqualTo("502 HTTP_502");
    }

    @Test
    void splitsByLargestRemainder() {
        List<LegAmount> funding = List.of(leg(1, 2_500), leg(2, 4_000), leg(3, 3_500));

        assertThat(BetAnswer.isSplit(19_999, funding, List.of(leg(1, 5_000), leg(2, 7_999), leg(3, 7_000))))
                .isTrue();
        assertThat(BetAnswer.isSplit(19_999, funding, List.of(leg(1, 4_999), leg(2, 8_000), leg(3, 7_000))))
                .isFalse();
        assertThat(BetAnswer.isSplit(2, List.of(leg(1, 1), leg(2, 1), leg(3, 1)), List.of(leg(1, 1), leg(2, 1))))
                .isTrue();
    }

    private static LegAmount leg(int number, long amount) {
        return new LegAmount(number, "NORMAL", "SPORTS_NORMAL", amount);
    }
}
