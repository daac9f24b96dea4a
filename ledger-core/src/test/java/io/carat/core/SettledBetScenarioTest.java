package io.carat.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.LedgerScenario;
import org.junit.jupiter.api.Test;

class SettledBetScenarioTest {
    @Test
    void sweepsWhatIsLeftOnceTheDepositIsWagered() {
        LedgerScenario play = LedgerScenario.split();
        play.deposit("SPORTS_NORMAL", 100_000);
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 100000+0");
        play.bet("b1", 100_000);
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 0+100000");
        play.settle("b1", "t1", 92_300);
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 92300+0");
    }
}
