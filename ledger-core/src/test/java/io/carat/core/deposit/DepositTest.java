package io.carat.core.deposit;

import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.BRAND_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.CURRENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.IDEMPOTENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.POLICY_UNRESOLVED;
import static io.carat.core.decision.RejectionCode.TOPOLOGY_MISMATCH;
import static io.carat.core.testing.LedgerScenario.BRAND;
import static io.carat.core.testing.LedgerScenario.PLAYER;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.money.Money;
import io.carat.core.player.PlayerEvent.RequirementNumbered;
import io.carat.core.player.PlayerEvent.WalletOpened;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepositTest {

    @Test
    void creditsTogetherWithItsRequirement() {
        LedgerScenario play = LedgerScenario.split();
        DepositAnswer answer = answer(play.deposit("SPORTS_NORMAL", 1_500));
        assertThat(answer.status()).isEqualTo("CREDITED");
        assertThat(answer.requirement().required()).isEqualTo(1_500);
        assertThat(answer.requirement().status()).isEqualTo(RequirementStatus.PENDING);
        assertThat(answer.topology()).isEqualTo(SeedsForTest.split().ref());
        assertThat(answer.policy()).isEqualTo(SeedsForTest.policy("SPORTS").ref());
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 1500+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/1500");
    }

    @Test
    void opensTheWalletAndTheBucketOnce() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 1));
        int before = play.size();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 2));
        List<LedgerEvent> appended = play.since(before);
        assertThat(appended)
                .noneMatch(event -> event instanceof WalletOpened || event instanceof BucketOpened)
                .anyMatch(RequirementNumbered.class::isInstance);
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/1, SPORTS_NORMAL 0/2");
    }

    @Test
    void roundsWhatIsRequiredUp() {
        LedgerScenario play = LedgerScenario.splitWith(
                SeedsForTest.with(SeedsForTest.policy("SPORTS"), SeedsForTest.depositRolling(3_333)));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 101));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/34");
    }

    @Test
    void sweepsADepositThatOwesNothingAtTheCredit() {
        LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));
        DepositAnswer answer = answer(play.deposit("CASINO_NORMAL", 9_000));
        assertThat(answer.requirement().required()).isZero();
        assertThat(answer.requirement().status()).isEqualTo(RequirementStatus.COMPLETED);
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 9000+0");
        assertThat(play.rolling()).isEmpty();
    }

    @Test
    void creditsAPaymentReferenceOnce() {
        LedgerScenario play = LedgerScenario.split();
        Outcome first = play.deposit("SPORTS_NORMAL", 1_500, "ref-1");
        Outcome again = play.deposit("SPORTS_NORMAL", 1_500, "ref-1");
        assertThat(told(again)).isEqualTo("REPLAYED");
        assertThat(answer(again)).isEqualTo(answer(first));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.deposit("SPORTS_NORMAL", 1_501, "ref-1"));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.deposit("CASINO_NORMAL", 1_500, "ref-1"));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(credit(play, BRAND, "other", "SPORTS_NORMAL", 1_500)));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 1500+0");
    }

    @Test
    void refusesTargetsThatAreNoNormalBucketOfTheTopology() {
        LedgerScenario play = LedgerScenario.split();
        for (String target : List.of("WITHDRAWABLE", "SPORTS_BONUS", "POINTS", "COMMON_NORMAL", "sports_normal", "")) {
            play.refuses(TOPOLOGY_MISMATCH, () -> play.deposit(target, 100));
        }
    }

    @Test
    void refusesAmountsOutOfBoundsAndUnknownCurrenciesAndBrands() {
        LedgerScenario play = LedgerScenario.split();
        play.refuses(AMOUNT_INVALID, () -> play.deposit("SPORTS_NORMAL", 0));
        play.refuses(AMOUNT_INVALID, () -> play.deposit("SPORTS_NORMAL", -1));
        play.refuses(AMOUNT_INVALID, () -> play.deposit("SPORTS_NORMAL", Money.MAX_REQUEST_MINOR + 1));
        play.refuses(
                CURRENCY_MISMATCH,
                () -> play.send(
                        new CreditDeposit(play.fresh(), BRAND, PLAYER, "SPORTS_NORMAL", new Money(1, "USD"), "ref-2")));
        play.refuses(BRAND_NOT_FOUND, () -> play.send(credit(play, "other", PLAYER, "SPORTS_NORMAL", 1)));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", Money.MAX_REQUEST_MINOR));
    }

    @Test
    void refusesWhileNoPolicyCoversTheTarget() {
        LedgerScenario play = LedgerScenario.under(SeedsForTest.split(), SeedsForTest.policy("SPORTS"));
        play.refuses(POLICY_UNRESOLVED, () -> play.deposit("CASINO_NORMAL", 100));
        play.refuses(POLICY_UNRESOLVED, () -> play.bonus("CASINO_BONUS", 100));
        play.refuses(POLICY_UNRESOLVED, () -> play.bet("b1", "slots-1", 100, null));
    }

    @Test
    void refusesADepositThatWasCreditedTwice() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 1));
        DepositEvent credited = play.ledger().events().stream()
                .filter(DepositEvent.class::isInstance)
                .map(DepositEvent.class::cast)
                .findFirst()
                .orElseThrow();
        DepositState state = DepositState.evolve(null, credited);
        assertThatIllegalStateException().isThrownBy(() -> DepositState.evolve(state, credited));
    }

    private static CreditDeposit credit(
            LedgerScenario play, String brandId, String playerId, String target, long amountMinor) {
        return new CreditDeposit(play.fresh(), brandId, playerId, target, LedgerScenario.money(amountMinor), "ref-1");
    }

    private static DepositAnswer answer(Outcome outcome) {
        return (DepositAnswer) ((Outcome.Done) outcome).answer();
    }
}
