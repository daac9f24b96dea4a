package io.carat.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void takesTheMiddleValueWhateverTheOrder() {
        assertThat(Statistics.median(5, 1, 100, 3, 2)).isEqualTo(3);
        assertThat(Statistics.median(7)).isEqualTo(7);
    }

    @Test
    void takesTheMeanOfTheTwoMiddleValues() {
        assertThat(Statistics.median(4, 1, 100, 2)).isEqualTo(3);
    }

    @Test
    void hasNoMedianOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(Statistics::median);
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.median(List.<Double>of(), value -> value));
    }

    @Test
    void roundsHalfUp() {
        assertThat(Statistics.rounded(1.25, 1)).isEqualTo(1.3);
        assertThat(Statistics.rounded(1234.4999, 0)).isEqualTo(1234);
    }
}
