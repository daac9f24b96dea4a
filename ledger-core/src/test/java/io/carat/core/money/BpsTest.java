package io.carat.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BpsTest {

    @Test
    void roundsDownAndUp() {
        assertThat(Bps.floorOf(999, 5_000)).isEqualTo(499);
        assertThat(Bps.ceilOf(999, 5_000)).isEqualTo(500);
        assertThat(Bps.floorOf(1_000, 5_000)).isEqualTo(500);
        assertThat(Bps.ceilOf(1_000, 5_000)).isEqualTo(500);
        assertThat(Bps.floorOf(1, 9_999)).isZero();
        assertThat(Bps.ceilOf(1, 1)).isEqualTo(1);
        assertThat(Bps.ceilOf(0, 10_000)).isZero();
        assertThat(Bps.ceilOf(1_230, 30_000)).isEqualTo(3_690);
    }

    @Test
    void keepsAHundredAndTwentyEightBitsInBetween() {
        long huge = Long.MAX_VALUE;
        assertThat(Bps.floorOf(huge, Bps.ONE)).isEqualTo(huge);
        assertThat(Bps.ceilOf(huge, Bps.ONE)).isEqualTo(huge);
        assertThat(Bps.floorOf(huge, 9_999)).isEqualTo(9_222_449_699_651_090_329L);
        assertThat(Bps.ceilOf(huge, 9_999)).isEqualTo(9_222_449_699_651_090_330L);
        assertThat(Bps.floorDiv(huge, huge, huge)).isEqualTo(huge);
        assertThat(Bps.ceilDiv(huge, huge - 1, huge)).isEqualTo(huge - 1);
        // 2^62 x 2 = 2^63: its high word is 0 and its low word negative
        assertThat(Bps.floorDiv(1L << 62, 2, 4)).isEqualTo(1L << 61);
        assertThat(Bps.ceilDiv(1L << 62, 2, 3)).isEqualTo(3_074_457_345_618_258_603L);
    }

    @Test
    void failsRatherThanWrapAround() {
        assertThatThrownBy(() -> Bps.floorOf(Long.MAX_VALUE, 10_001)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Bps.ceilOf(Long.MAX_VALUE, 10_001)).isInstanceOf(ArithmeticException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Bps.floorOf(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Bps.ceilOf(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Bps.floorDiv(1, 1, 0));
    }
}
