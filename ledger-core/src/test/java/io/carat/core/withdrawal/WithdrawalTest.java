package io.carat.core.withdrawal;

import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.CURRENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.INSUFFICIENT_FUNDS;
import static io.carat.core.decision.RejectionCode.WITHDRAWAL_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.WITHDRAWAL_STATE_CONFLICT;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.decision.Outcome;
import io.carat.core.decision.Scope;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.TopologyRef;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalApproved;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalPaid;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalRequested;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WithdrawalTest {

    /** The steps that lead to each state. */
    private static final Map<WithdrawalStatus, List<WithdrawalStep>> WAY = Map.of(
            WithdrawalStatus.HELD, List.of(),
            WithdrawalStatus.APPROVED, List.of(WithdrawalStep.APPROVE),
            WithdrawalStatus.PAYING, List.of(WithdrawalStep.APPROVE, WithdrawalStep.PAY),
            WithdrawalStatus.PAID, List.of(WithdrawalStep.APPROVE, WithdrawalStep.PAY, WithdrawalStep.PAID_OUT),
            WithdrawalStatus.FAILED, List.of(WithdrawalStep.APPROVE, WithdrawalStep.PAY, WithdrawalStep.FAIL),
            WithdrawalStatus.REJECTED, List.of(WithdrawalStep.REJECT),
            WithdrawalStatus.CANCELLED, List.of(WithdrawalStep.APPROVE, WithdrawalStep.CANCEL));

    /** The only steps there are, each with the balance it leaves of 10000 of which 4000 are withdrawn. */
    private static final Map<String, String> ALLOWED = Map.of(
            "HELD APPROVE", "WITHDRAWABLE 6000+4000",
            "HELD REJECT", "WITHDRAWABLE 10000+0",
            "HELD CANCEL", "WITHDRAWABLE 10000+0",
            "APPROVED PAY", "WITHDRAWABLE 6000+4000",
            "APPROVED REJECT", "WITHDRAWABLE 10000+0",
            "APPROVED CANCEL", "WITHDRAWABLE 10000+0",
            "PAYING PAID_OUT", "WITHDRAWABLE 6000+0",
            "PAYING FAIL", "WITHDRAWABLE 10000+0");

    private static LedgerScenario withdrawable(long amountMinor) {
        LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));
        play.accepts(() -> play.deposit("CASINO_NORMAL", amountMinor));
        return play;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyStepFromEveryState")
    void takesTheStepsOfTheRuleBookAndNoOther(WithdrawalStatus from, WithdrawalStep step) {
        LedgerScenario play = withdrawable(10_000);
        RequestWithdrawal request = play.withdrawal(4_000);
        play.accepts(() -> play.send(request));
        String id = request.withdrawalId();
        WAY.getOrDefault(from, List.of()).forEach(on -> play.accepts(() -> play.move(id, on)));
        String balance = play.balances();
        String expected = ALLOWED.get(from + " " + step);
        if (expected == null) {
            play.refuses(WITHDRAWAL_STATE_CONFLICT, () -> play.move(id, step));
            assertThat(play.balances()).isEqualTo(balance);
        } else {
            play.accepts(() -> play.move(id, step));
            assertThat(play.balances()).isEqualTo(expected);
        }
    }

    static Stream<Arguments> everyStepFromEveryState() {
        return Arrays.stream(WithdrawalStatus.values())
                .flatMap(from -> Arrays.stream(WithdrawalStep.values()).map(step -> Arguments.of(from, step)));
    }

    @Test
    void holdsSoThatNoBetSpendsIt() {
        LedgerScenario play = withdrawable(10_000);
        play.accepts(() -> play.send(play.withdrawal(10_000)));
        play.refuses(INSUFFICIENT_FUNDS, () -> play.bet("b1", 1));
        play.refuses(INSUFFICIENT_FUNDS, () -> play.send(play.withdrawal(1)));
    }

    @Test
    void leavesStakedMoneyToItsBet() {
        LedgerScenario play = withdrawable(10_000);
        play.accepts(() -> play.bet("b1", 1));
        play.refuses(INSUFFICIENT_FUNDS, () -> play.send(play.withdrawal(10_000)));
        play.accepts(() -> play.send(play.withdrawal(9_999)));
    }

    @Test
    void withdrawsOnlyWithdrawableMoney() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.refuses(INSUFFICIENT_FUNDS, () -> play.send(play.withdrawal(1)));
    }

    @Test
    void isNotBlockedByActiveRolling() {
        LedgerScenario play = withdrawable(10_000);
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.send(play.withdrawal(10_000)));
    }

    @Test
    void refusesAmountsWalletsAndIdsThatAreNone() {
        LedgerScenario play = LedgerScenario.split();
        play.refuses(CURRENCY_MISMATCH, () -> play.send(play.withdrawal(1)));
        play.refuses(AMOUNT_INVALID, () -> play.send(play.withdrawal(0)));
        play.refuses(WITHDRAWAL_NOT_FOUND, () -> play.move("nonsense", WithdrawalStep.APPROVE));
        String unknown = play.withdrawal(1).withdrawalId();
        play.refuses(WITHDRAWAL_NOT_FOUND, () -> play.move(unknown, WithdrawalStep.APPROVE));
    }

    @Test
    void hidesWithdrawalsFromOtherBrands() {
        LedgerScenario play = withdrawable(10_000);
        RequestWithdrawal request = play.withdrawal(4_000);
        play.accepts(() -> play.send(request));
        Scope foreign = new Scope("other", Set.of());
        play.refuses(
                WITHDRAWAL_NOT_FOUND,
                () -> play.send(
                        new MoveWithdrawal(play.fresh(), foreign, request.withdrawalId(), WithdrawalStep.CANCEL)));
    }

    @Test
    void holdsTheSameRequestOnce() {
        LedgerScenario play = withdrawable(10_000);
        RequestWithdrawal request = play.withdrawal(4_000);
        play.accepts(() -> play.send(request));
        assertThat(told(play.send(request))).isEqualTo("REPLAYED");
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 6000+4000");
    }

    @ParameterizedTest
    @EnumSource(
            value = WithdrawalStep.class,
            names = {"PAID_OUT", "FAIL"})
    void onlyThePaymentProviderThatWasAskedEndsThePayment(WithdrawalStep step) {
        LedgerScenario play = withdrawable(10_000);
        RequestWithdrawal request = play.withdrawal(4_000);
        play.accepts(() -> play.send(request));
        String id = request.withdrawalId();
        play.accepts(() -> play.move(id, WithdrawalStep.APPROVE));
        play.accepts(() -> play.send(move(play, id, WithdrawalStep.PAY, "psp")));

        play.refuses(WITHDRAWAL_STATE_CONFLICT, () -> play.move(id, step));
        play.refuses(WITHDRAWAL_STATE_CONFLICT, () -> play.send(move(play, id, step, "other")));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 6000+4000");
        play.accepts(() -> play.send(move(play, id, step, "psp")));
        assertThat(play.balances()).isEqualTo(ALLOWED.get("PAYING " + step));
    }

    @Test
    void noPaymentProviderEndsWhatPeoplePay() {
        LedgerScenario play = withdrawable(10_000);
        RequestWithdrawal request = play.withdrawal(4_000);
        play.accepts(() -> play.send(request));
        String id = request.withdrawalId();
        play.accepts(() -> play.move(id, WithdrawalStep.APPROVE));
        play.accepts(() -> play.move(id, WithdrawalStep.PAY));
        play.refuses(WITHDRAWAL_STATE_CONFLICT, () -> play.send(move(play, id, WithdrawalStep.PAID_OUT, "psp")));
        play.accepts(() -> play.move(id, WithdrawalStep.PAID_OUT));
    }

    @Test
    void isReadAsItStandsByItsOwnBrandOnly() {
        LedgerScenario play = withdrawable(10_000);
        RequestWithdrawal request = play.withdrawal(4_000);
        play.accepts(() -> play.send(request));
        String id = request.withdrawalId();
        play.accepts(() -> play.move(id, WithdrawalStep.APPROVE));
        assertThat(play.send(new ReadWithdrawal(Scope.EVERYTHING, id)))
                .isEqualTo(new Outcome.Done(new WithdrawalAnswer(id, WithdrawalStatus.APPROVED, 4_000, "KRW"), null));
        play.refuses(WITHDRAWAL_NOT_FOUND, () -> play.send(new ReadWithdrawal(new Scope("other", Set.of()), id)));
        String unknown = play.withdrawal(1).withdrawalId();
        play.refuses(WITHDRAWAL_NOT_FOUND, () -> play.send(new ReadWithdrawal(Scope.EVERYTHING, unknown)));
    }

    private static MoveWithdrawal move(LedgerScenario play, String id, WithdrawalStep step, String provider) {
        return new MoveWithdrawal(play.fresh(), Scope.EVERYTHING, id, step, provider);
    }

    @Test
    void refusesHistoriesThatCannotBe() {
        WithdrawalRequested requested = new WithdrawalRequested(
                "w", "acme", "p", LedgerScenario.money(1), "bucket", null, new TopologyRef("T", 1));
        WithdrawalState held = WithdrawalState.evolve(null, requested);
        assertThatIllegalStateException().isThrownBy(() -> WithdrawalState.evolve(held, requested));
        assertThatIllegalStateException().isThrownBy(() -> WithdrawalState.evolve(held, new WithdrawalPaid("w")));
        assertThatIllegalStateException().isThrownBy(() -> WithdrawalState.evolve(null, new WithdrawalApproved("w")));
    }
}
