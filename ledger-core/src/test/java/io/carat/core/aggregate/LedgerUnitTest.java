package io.carat.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.claim.Claim;
import io.carat.core.claim.ClaimEvent.RequestAnswered;
import io.carat.core.configuration.ConfigurationAnswer;
import io.carat.core.decision.Decision;
import io.carat.core.player.Player;
import io.carat.core.player.PlayerEvent.WalletOpened;
import io.carat.core.testing.InMemoryLedger;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

/** Aggregates are locked in one order everywhere, and only those that were loaded are changed. */
class LedgerUnitTest {

    private static final ConfigurationAnswer ANSWER = new ConfigurationAnswer("x");

    private final InMemoryLedger ledger = new InMemoryLedger();

    @Test
    void loadsInOrderAndByIdWithinIt() {
        inUnit(unit -> {
            unit.load(LoadOrder.REQUEST_CLAIM, Claim.class, "z");
            unit.load(LoadOrder.PLAYER, Player.class, "a");
            unit.load(LoadOrder.PLAYER, Player.class, "b");
        });
    }

    @Test
    void refusesAnEarlierKind() {
        inUnit(unit -> {
            unit.load(LoadOrder.BUCKET, Player.class, "a");
            assertThatIllegalStateException()
                    .isThrownBy(() -> unit.load(LoadOrder.PLAYER, Player.class, "b"))
                    .withMessage("PLAYER b loaded after BUCKET a");
        });
    }

    @Test
    void refusesAnEarlierIdAndTheSameIdOfAKind() {
        inUnit(unit -> {
            unit.load(LoadOrder.PLAYER, Player.class, "b");
            assertThatIllegalStateException().isThrownBy(() -> unit.load(LoadOrder.PLAYER, Player.class, "a"));
            assertThatIllegalStateException().isThrownBy(() -> unit.load(LoadOrder.PLAYER, Player.class, "b"));
        });
    }

    @Test
    void appliesADecisionToWhatWasLoaded() {
        RequestAnswered used = new RequestAnswered("claim-1", "key", "payload", "claim-1", ANSWER);
        inUnit(unit -> {
            assertThat(unit.load(LoadOrder.REQUEST_CLAIM, Claim.class, "claim-1"))
                    .isNull();
            unit.conclude(Decision.accepted(List.of(used), ANSWER));
        });
        assertThat(ledger.events()).containsExactly(used);
        inUnit(unit -> assertThat(unit.load(LoadOrder.REQUEST_CLAIM, Claim.class, "claim-1"))
                .isNotNull());
    }

    @Test
    void refusesEventsOfWhatWasNotLoaded() {
        WalletOpened opened = new WalletOpened("player:acme:p", "acme", "p", "KRW");
        inUnit(unit -> {
            unit.load(LoadOrder.PLAYER, Player.class, "player:acme:q");
            assertThatIllegalStateException()
                    .isThrownBy(() -> unit.conclude(Decision.accepted(List.of(opened), ANSWER)))
                    .withMessageContaining("was not loaded");
        });
        assertThat(ledger.events()).isEmpty();
    }

    private void inUnit(Consumer<LedgerUnit> steps) {
        new DefaultUnitOfWork<>(new GenericCommandMessage<>("test"))
                .execute(() -> steps.accept(new LedgerUnit(ledger)));
    }
}
