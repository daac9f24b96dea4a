package io.carat.core.control;

import static io.carat.core.decision.RejectionCode.BRAND_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.EXCLUSION_IN_FORCE;
import static io.carat.core.decision.RejectionCode.LIMIT_EXCEEDED;
import static io.carat.core.decision.RejectionCode.PLAYER_BLOCKED;
import static io.carat.core.decision.RejectionCode.PLAYER_FROZEN;
import static io.carat.core.decision.RejectionCode.PLAYER_NOT_FOUND;
import static io.carat.core.testing.LedgerScenario.BRAND;
import static io.carat.core.testing.LedgerScenario.CURRENCY;
import static io.carat.core.testing.LedgerScenario.PLAYER;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.BetResult;
import io.carat.core.control.PlayerControlCommand.ExcludePlayer;
import io.carat.core.control.PlayerControlCommand.FreezePlayer;
import io.carat.core.control.PlayerControlCommand.SetPlayerLimits;
import io.carat.core.control.PlayerControlCommand.UnfreezePlayer;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.player.LimitOwner;
import io.carat.core.player.LimitSet;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import io.carat.core.withdrawal.WithdrawalStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Freezes, exclusions and limits (rule book §0, §3, §7, ADR 0017). */
class PlayerControlTest {

    private static final AuditNote NOTE = new AuditNote("ann", "asked for");

    private final LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));

    PlayerControlTest() {
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 5_000));
    }

    @Test
    void aFrozenPlayerStartsNothing() {
        play.accepts(this::freeze);

        play.refuses(PLAYER_FROZEN, () -> play.bet("b1", 100));
        play.refuses(PLAYER_FROZEN, () -> play.deposit("SPORTS_NORMAL", 100, "p"));
        play.refuses(PLAYER_FROZEN, () -> play.bonus("SPORTS_BONUS", 100));
        play.refuses(PLAYER_FROZEN, () -> play.send(play.withdrawal(100)));
        play.accepts(this::unfreeze);
        play.accepts(() -> play.bet("b1", 100));
        play.accepts(() -> play.send(play.withdrawal(100)));
    }

    @Test
    void resultsOfAcceptedBetsAreTakenFromWhoeverIsHeldBack() {
        for (String bet : List.of("settled", "rolled", "voided", "sold", "corrected")) {
            play.accepts(() -> play.bet(bet, 1_000));
        }
        play.accepts(() -> play.settle("corrected", "c0", 500));
        play.accepts(this::freeze);
        play.accepts(() -> exclude(null));

        play.accepts(() -> play.settle("settled", "t1", 3_000, BetResult.WIN, true));
        play.accepts(() -> play.rollback("rolled", "r1"));
        play.accepts(() -> play.voidBet("voided", "v1", null));
        play.accepts(() -> play.cashOut("sold", "s1", 400, 300));
        play.accepts(() -> play.correct("corrected", "c1", "c0", 700));
        play.accepts(() -> play.rollbackByBetId("never-came", "r2"));
    }

    @Test
    void aFrozenPlayersWithdrawalIsNeitherApprovedNorPaidButGivenBackAndEnded() {
        RequestWithdrawal held = play.withdrawal(100);
        RequestWithdrawal approved = play.withdrawal(100);
        RequestWithdrawal paying = play.withdrawal(100);
        for (RequestWithdrawal request : List.of(held, approved, paying)) {
            play.accepts(() -> play.send(request));
        }
        play.accepts(() -> play.move(approved.withdrawalId(), WithdrawalStep.APPROVE));
        play.accepts(() -> play.move(paying.withdrawalId(), WithdrawalStep.APPROVE));
        play.accepts(() -> play.move(paying.withdrawalId(), WithdrawalStep.PAY));
        play.accepts(this::freeze);

        play.refuses(PLAYER_FROZEN, () -> play.move(held.withdrawalId(), WithdrawalStep.APPROVE));
        play.refuses(PLAYER_FROZEN, () -> play.move(approved.withdrawalId(), WithdrawalStep.PAY));
        play.accepts(() -> play.move(held.withdrawalId(), WithdrawalStep.REJECT));
        play.accepts(() -> play.move(approved.withdrawalId(), WithdrawalStep.CANCEL));
        play.accepts(() -> play.move(paying.withdrawalId(), WithdrawalStep.PAID_OUT));
    }

    @Test
    void anExcludedPlayerNeitherBetsNorDepositsButTakesTheMoneyHome() {
        play.accepts(() -> exclude(null));

        play.refuses(PLAYER_BLOCKED, () -> play.bet("b1", 100));
        play.refuses(PLAYER_BLOCKED, () -> play.deposit("SPORTS_NORMAL", 100, "p"));
        play.refuses(PLAYER_BLOCKED, () -> play.bonus("SPORTS_BONUS", 100));
        RequestWithdrawal request = play.withdrawal(5_000);
        play.accepts(() -> play.send(request));
        play.accepts(() -> play.move(request.withdrawalId(), WithdrawalStep.APPROVE));
        play.accepts(() -> play.move(request.withdrawalId(), WithdrawalStep.PAY));
    }

    @Test
    void anExclusionEndsByItselfAtItsTime() {
        Instant until = now().plus(Duration.ofDays(180));
        play.accepts(() -> exclude(until));
        play.ledger().passTime(Duration.ofDays(180).minusNanos(1_000));
        play.refuses(PLAYER_BLOCKED, () -> play.bet("b1", 100));
        play.ledger().passTime(Duration.ofNanos(1_000));
        play.accepts(() -> play.bet("b1", 100));
        assertThat(controls().excluded()).isFalse();
        assertThat(controls().excludedUntil()).isNull();
    }

    @Test
    void anExclusionIsLengthenedAndNeverShortened() {
        Instant until = now().plus(Duration.ofDays(180));
        play.accepts(() -> exclude(until));

        play.refuses(EXCLUSION_IN_FORCE, () -> exclude(until.minusSeconds(1)));
        changesNothing(() -> exclude(until));
        play.accepts(() -> exclude(until.plusSeconds(1)));
        assertThat(controls().excludedUntil()).isEqualTo(until.plusSeconds(1));
        play.accepts(() -> exclude(null));
        play.refuses(EXCLUSION_IN_FORCE, () -> exclude(until.plus(Duration.ofDays(9_000))));
        changesNothing(() -> exclude(null));
        assertThat(controls().excluded()).isTrue();
    }

    @Test
    void anUnfreezeEndsNoExclusion() {
        play.accepts(() -> exclude(null));
        play.accepts(this::freeze);
        play.refuses(PLAYER_FROZEN, () -> play.bet("b1", 100));
        play.accepts(this::unfreeze);
        play.refuses(PLAYER_BLOCKED, () -> play.bet("b1", 100));
    }

    @Test
    void theSameKeyIsDecidedAnewOnceThePlayerIsFree() {
        AuthorizeBet bet = play.authorize(play.fresh(), "b1", "sports-1", 1_000, null);
        play.accepts(this::freeze);
        play.refuses(PLAYER_FROZEN, () -> play.send(bet));
        play.accepts(this::unfreeze);
        play.accepts(() -> play.send(bet));
        play.accepts(this::freeze);
        assertThat(told(play.send(bet))).as("a stored answer replays").isEqualTo("REPLAYED");
    }

    @Test
    void repeatsChangeNothing() {
        changesNothing(this::unfreeze);
        play.accepts(this::freeze);
        changesNothing(this::freeze);
        play.accepts(() -> limit(LimitOwner.PLAYER, 100L, 200L, 300L));
        changesNothing(() -> limit(LimitOwner.PLAYER, 100L, 200L, 300L));
        play.accepts(() -> limit(LimitOwner.PLAYER, 101L, 200L, null));
        changesNothing(() -> limit(LimitOwner.PLAYER, 101L, 200L, null));
        play.ledger().passTime(Duration.ofHours(24));
        changesNothing(() -> limit(LimitOwner.PLAYER, 101L, 200L, null));
    }

    @Test
    void limitsBoundStakeAndDeposit() {
        play.accepts(() -> limit(LimitOwner.STAFF, 1_000L, 2_000L, null));

        play.refuses(LIMIT_EXCEEDED, () -> play.bet("b1", 1_001));
        play.accepts(() -> play.bet("b1", 1_000));
        play.refuses(LIMIT_EXCEEDED, () -> play.deposit("SPORTS_NORMAL", 2_001, "p1"));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 2_000, "p1"));
        play.accepts(() -> limit(LimitOwner.STAFF, null, null, null));
        play.accepts(() -> play.bet("b2", 1_001));
    }

    @Test
    void limitsAreInCurrenciesThatTheBrandHolds() {
        LimitSet.Wanted wanted = new LimitSet.Wanted(1L, null, null);
        int before = play.size();
        assertThat(told(play.send(new SetPlayerLimits(BRAND, PLAYER, LimitOwner.STAFF, "JPY", wanted, NOTE))))
                .isEqualTo("CURRENCY_MISMATCH");
        assertThat(play.size()).isEqualTo(before);
    }

    @Test
    void theStricterOfBothOwnersDecides() {
        play.accepts(() -> limit(LimitOwner.STAFF, 1_000L, null, null));
        play.accepts(() -> limit(LimitOwner.PLAYER, 500L, null, null));
        play.refuses(LIMIT_EXCEEDED, () -> play.bet("b1", 501));
        play.accepts(() -> limit(LimitOwner.PLAYER, null, null, null));
        play.refuses(LIMIT_EXCEEDED, () -> play.bet("b1", 501));
        play.ledger().passTime(Duration.ofHours(24));
        play.accepts(() -> play.bet("b1", 1_000));
        play.refuses(LIMIT_EXCEEDED, () -> play.bet("b2", 1_001));
    }

    @Test
    void depositsOfADayAreSummedWithThoseBeforeTheLimitWasSet() {
        play.accepts(() -> limit(LimitOwner.PLAYER, null, null, 16_000L));

        play.refuses(LIMIT_EXCEEDED, () -> play.deposit("SPORTS_NORMAL", 1_001, "p1"));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 1_000, "p2"));
        play.refuses(LIMIT_EXCEEDED, () -> play.deposit("SPORTS_NORMAL", 1, "p3"));
        play.ledger().passTime(Duration.ofHours(12).minusNanos(1_000));
        play.refuses(LIMIT_EXCEEDED, () -> play.deposit("SPORTS_NORMAL", 1, "p4"));
        play.ledger().passTime(Duration.ofNanos(1_000));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 16_000, "p5"));
        play.refuses(LIMIT_EXCEEDED, () -> play.deposit("SPORTS_NORMAL", 1, "p6"));
    }

    @Test
    void aRepeatedDepositCountsOnce() {
        play.accepts(() -> limit(LimitOwner.PLAYER, null, null, 16_000L));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 500, "p1"));
        assertThat(told(play.deposit("SPORTS_NORMAL", 500, "p1"))).isEqualTo("REPLAYED");
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 500, "p2"));
        play.refuses(LIMIT_EXCEEDED, () -> play.deposit("SPORTS_NORMAL", 1, "p3"));
    }

    @Test
    void tellsWhatHoldsAndWhatIsToCome() {
        play.accepts(() -> limit(LimitOwner.PLAYER, 100L, 200L, 300L));
        play.accepts(() -> limit(LimitOwner.PLAYER, 50L, 250L, null));
        Instant from = now().plus(Duration.ofHours(24));
        assertThat(controls().limits())
                .containsExactly(new PlayerControlsAnswer.LimitsOfPlayer(
                        LimitOwner.PLAYER,
                        CURRENCY,
                        50L,
                        200L,
                        300L,
                        List.of(
                                new PlayerControlsAnswer.LaterLimit("highestDeposit", 250L, from),
                                new PlayerControlsAnswer.LaterLimit("depositsPerDay", null, from))));
        assertThat(standing().wallets()).singleElement().isEqualTo(play.snapshot());
    }

    @Test
    void holdsAPlayerBackWhoIsNotKnownYet() {
        assertThat(told(play.send(new FreezePlayer(BRAND, "newcomer", NOTE)))).isEqualTo("DONE");
        assertThat(told(play.send(new ReadPlayer(BRAND, "newcomer")))).isEqualTo("DONE");
        assertThat(told(play.send(new ReadPlayer(BRAND, "nobody")))).isEqualTo(PLAYER_NOT_FOUND.name());
        play.refuses(BRAND_NOT_FOUND, () -> play.send(new FreezePlayer("nowhere", PLAYER, NOTE)));
    }

    @Test
    void namesWhoDecidedAndWhy() {
        int before = play.size();
        freeze();
        unfreeze();
        exclude(null);
        limit(LimitOwner.STAFF, 1L, null, null);
        assertThat(play.since(before))
                .hasSize(4)
                .allSatisfy(event -> assertThat(((AuditedEvent) event).audit()).isEqualTo(NOTE));
    }

    private void changesNothing(java.util.function.Supplier<Outcome> step) {
        int before = play.size();
        play.accepts(step);
        assertThat(play.size()).isEqualTo(before);
    }

    private Instant now() {
        return play.ledger().now();
    }

    private Outcome freeze() {
        return play.send(new FreezePlayer(BRAND, PLAYER, NOTE));
    }

    private Outcome unfreeze() {
        return play.send(new UnfreezePlayer(BRAND, PLAYER, NOTE));
    }

    private Outcome exclude(@Nullable Instant until) {
        return play.send(new ExcludePlayer(BRAND, PLAYER, until, NOTE));
    }

    private Outcome limit(
            LimitOwner owner, @Nullable Long stake, @Nullable Long deposit, @Nullable Long depositsPerDay) {
        return play.send(new SetPlayerLimits(
                BRAND, PLAYER, owner, CURRENCY, new LimitSet.Wanted(stake, deposit, depositsPerDay), NOTE));
    }

    private PlayerControlsAnswer controls() {
        return standing().controls();
    }

    private PlayerStanding standing() {
        return (PlayerStanding) ((Outcome.Done) play.ledger().send(new ReadPlayer(BRAND, PLAYER))).answer();
    }
}
