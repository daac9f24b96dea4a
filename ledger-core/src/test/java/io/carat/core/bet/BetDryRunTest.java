package io.carat.core.bet;

import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.claim.ClaimEvent.RequestRefused;
import io.carat.core.control.PlayerControlCommand.FreezePlayer;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.decision.Scope;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyCommand.ActivatePolicyVersion;
import io.carat.core.policy.PolicyCommand.CreatePolicyVersion;
import io.carat.core.policy.PolicyRef;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BetDryRunTest {

    private static final AuditNote AUDIT = new AuditNote("ann", "as agreed");
    private static final Policy SPORTS =
            SeedsForTest.with(SeedsForTest.policy("SPORTS"), SeedsForTest.depositRolling(0));

    private final LedgerScenario ledger = LedgerScenario.splitWith(SPORTS);

    @Test
    void tellsWhatABetWouldTakeAndMovesNothing() {
        given();
        int before = ledger.size();
        BetDryRun.Answer answer = dryRun(10_000, null);
        assertThat(answer.accepted()).isTrue();
        assertThat(explained(answer))
                .isEqualTo("COUPON null 0/0 EMPTY, BONUS SPORTS_BONUS 2500/2500 BALANCE,"
                        + " NORMAL SPORTS_NORMAL 0/0 EMPTY, WITHDRAWABLE WITHDRAWABLE 7500/9000 null");
        assertThat(ledger.size()).isEqualTo(before);
        assertThat(ledger.balances()).isEqualTo("SPORTS_BONUS 2500+0, WITHDRAWABLE 9000+0");
    }

    @Test
    void foretellsWhatTheBetThenDoes() {
        given();
        BetDryRun.Answer foretold = dryRun(10_000, null);
        ledger.accepts(() -> ledger.bet("b1", 10_000));
        BetView bet = (BetView) done(ledger.send(new ReadBet(Scope.EVERYTHING, LedgerScenario.idOf("b1"))));
        assertThat(bet.explanation().stream().filter(source -> source.taken() > 0))
                .isEqualTo(foretold.sources().stream()
                        .filter(source -> source.taken() > 0)
                        .toList());
    }

    @Test
    void asksAVersionThatIsNotActive() {
        given();
        ledger.send(new CreatePolicyVersion(SeedsForTest.with(SPORTS, WithdrawablePolicy.FORBIDDEN), AUDIT));
        BetDryRun.Answer answer = dryRun(10_000, 2);
        assertThat(answer.accepted()).isFalse();
        assertThat(Objects.requireNonNull(answer.refusal()).code()).isEqualTo(RejectionCode.INSUFFICIENT_FUNDS);
        assertThat(answer.policy()).isEqualTo(new PolicyRef("SPORTS", 2));
        assertThat(explained(answer)).contains("WITHDRAWABLE WITHDRAWABLE 0/9000 FORBIDDEN");
        assertThat(dryRun(10_000, 1).accepted()).isTrue();
        assertThat(told(send(10_000, 3))).isEqualTo("POLICY_NOT_FOUND");
    }

    @Test
    void refusesWithoutAWalletAndWithoutAGame() {
        assertThat(dryRun(100, null).refusal())
                .isEqualTo(new BetDryRun.Refusal(RejectionCode.CURRENCY_MISMATCH, "The player has no wallet in KRW."));
        assertThat(refusal(ledger.send(
                        new BetDryRun(ledger.authorize(ledger.fresh(), "b1", "no-such-game", 100, null), null))))
                .isEqualTo(RejectionCode.INVALID_GAME);
    }

    @Test
    void tellsThatAPlayerMayNotBet() {
        given();
        ledger.accepts(() -> ledger.send(new FreezePlayer(LedgerScenario.BRAND, LedgerScenario.PLAYER, AUDIT)));
        assertThat(refusal(send(100, null))).isEqualTo(RejectionCode.PLAYER_FROZEN);
    }

    private static RejectionCode refusal(Outcome outcome) {
        return Objects.requireNonNull(((BetDryRun.Answer) done(outcome)).refusal())
                .code();
    }

    @Test
    void aBetIsDecidedUnderTheVersionThatIsActive() {
        given();
        ledger.send(new CreatePolicyVersion(SeedsForTest.with(SPORTS, WithdrawablePolicy.FORBIDDEN), AUDIT));
        ledger.accepts(() -> ledger.bet("b1", 5_000));
        ledger.send(new ActivatePolicyVersion(new PolicyRef("SPORTS", 2), AUDIT));
        ledger.refuses(RejectionCode.INSUFFICIENT_FUNDS, () -> ledger.bet("b2", 5_000));
        ledger.accepts(() -> ledger.settle("b1", "t1", 5_000));
        assertThat(ledger.balances()).isEqualTo("SPORTS_BONUS 2500+0, WITHDRAWABLE 9000+0");
    }

    @Test
    void aRefusalKeepsWhatItWasDecidedOn() {
        given();
        ledger.refuses(RejectionCode.INSUFFICIENT_FUNDS, () -> ledger.bet("b1", 20_000));
        RequestRefused refused =
                (RequestRefused) ledger.since(ledger.size() - 1).getFirst();
        BetAttempt attempt = (BetAttempt) Objects.requireNonNull(refused.facts());
        assertThat(attempt.stake().amountMinor()).isEqualTo(20_000);
        assertThat(attempt.policy()).isEqualTo(SPORTS.ref());
        assertThat(attempt.sources()).extracting(SourceShare::availableMinor).containsExactly(0L, 2_500L, 0L, 9_000L);
    }

    private void given() {
        ledger.deposit("SPORTS_NORMAL", 9_000);
        ledger.bonus("SPORTS_BONUS", 2_500);
        assertThat(ledger.balances()).isEqualTo("SPORTS_BONUS 2500+0, WITHDRAWABLE 9000+0");
    }

    private BetDryRun.Answer dryRun(long stakeMinor, @Nullable Integer version) {
        return (BetDryRun.Answer) done(send(stakeMinor, version));
    }

    private Outcome send(long stakeMinor, @Nullable Integer version) {
        return ledger.send(
                new BetDryRun(ledger.authorize(ledger.fresh(), "dry", "sports-1", stakeMinor, null), version));
    }

    private static Object done(Outcome outcome) {
        return ((Outcome.Done) outcome).answer();
    }

    private static String explained(BetDryRun.Answer answer) {
        return answer.sources().stream()
                .map(source -> source.source() + " " + source.bucket() + " " + source.taken() + "/" + source.available()
                        + " " + source.heldBack())
                .collect(Collectors.joining(", "));
    }
}
