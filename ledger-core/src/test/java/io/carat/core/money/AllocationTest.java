package io.carat.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AllocationTest {

    @Test
    void splitsByLargestRemainder() {
        assertThat(Allocation.split(19_999, 2_500, 4_000, 3_500)).containsExactly(5_000, 7_999, 7_000);
        assertThat(Allocation.split(4_000, 2_500, 4_000, 3_500)).containsExactly(1_000, 1_600, 1_400);
        assertThat(Allocation.split(5_000, 1_000, 1_600, 1_400)).containsExactly(1_250, 2_000, 1_750);
    }

    @Test
    void givesTiesToTheLowerIndex() {
        assertThat(Allocation.split(2, 1, 1, 1)).containsExactly(1, 1, 0);
        assertThat(Allocation.split(1, 1, 1, 1)).containsExactly(1, 0, 0);
        assertThat(Allocation.split(5, 2, 2, 2)).containsExactly(2, 2, 1);
    }

    @Test
    void prefersALargerRemainderToALowerIndex() {
        // 10 over 1:2:4 is 1.43, 2.86, 5.71
        assertThat(Allocation.split(10, 1, 2, 4)).containsExactly(1, 3, 6);
    }

    @Test
    void givesNothingToAWeightOfZero() {
        assertThat(Allocation.split(7, 0, 3, 0)).containsExactly(0, 7, 0);
        assertThat(Allocation.split(0, 1, 2)).containsExactly(0, 0);
    }

    @Test
    void splitsProductsThatExceedALong() {
        long huge = Long.MAX_VALUE;
        assertThat(Allocation.split(huge, huge)).containsExactly(huge);
        assertThat(Allocation.split(huge, huge / 2, huge / 2)).containsExactly(huge / 2 + 1, huge / 2);
    }

    @Test
    void refusesWhatCannotBeSplit() {
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.split(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.split(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.split(1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Allocation.split(1, 2, -1));
        assertThatThrownBy(() -> Allocation.split(1, Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
    }
}
