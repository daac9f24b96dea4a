package io.carat.core.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.player.PlayerEvent.RequirementNumbered;
import io.carat.core.player.PlayerEvent.WalletOpened;
import org.junit.jupiter.api.Test;

class PlayerStateTest {

    private static final WalletOpened OPENED = new WalletOpened("player:acme:p", "acme", "p", "KRW");

    @Test
    void opensWalletsAndCountsRequirements() {
        PlayerState state = PlayerState.evolve(PlayerState.evolve(null, OPENED), numbered(1));
        state = PlayerState.evolve(state, new WalletOpened("player:acme:p", "acme", "p", "EUR"));
        state = PlayerState.evolve(state, numbered(2));
        assertThat(state.currencies()).containsExactlyInAnyOrder("KRW", "EUR");
        assertThat(state.lastSequence()).isEqualTo(2);
    }

    @Test
    void refusesWhatDoesNotFollow() {
        PlayerState state = PlayerState.evolve(null, OPENED);
        assertThatIllegalStateException().isThrownBy(() -> PlayerState.evolve(state, OPENED));
        assertThatIllegalStateException().isThrownBy(() -> PlayerState.evolve(state, numbered(0)));
        assertThatIllegalStateException().isThrownBy(() -> PlayerState.evolve(state, numbered(2)));
    }

    private static RequirementNumbered numbered(long sequence) {
        return new RequirementNumbered("player:acme:p", "r" + sequence, "bucket:b", sequence);
    }
}
