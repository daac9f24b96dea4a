package io.carat.core.bet;

import static io.carat.core.decision.RejectionCode.ALREADY_ROLLED_BACK;
import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.BET_ALREADY_SETTLED;
import static io.carat.core.decision.RejectionCode.BET_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.CURRENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.IDEMPOTENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.INSUFFICIENT_FUNDS;
import static io.carat.core.decision.RejectionCode.INVALID_GAME;
import static io.carat.core.decision.RejectionCode.PROVIDER_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.TOKEN_EXPIRED;
import static io.carat.core.decision.RejectionCode.TOKEN_INVALID;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.ProviderCallback.PayWin;
import io.carat.core.bet.ProviderCallback.TakeBack;
import io.carat.core.bet.ProviderCallback.TakeBet;
import io.carat.core.catalogue.CatalogueCommand.ConnectProvider;
import io.carat.core.claim.ClaimEvent;
import io.carat.core.configuration.FirstStart;
import io.carat.core.control.PlayerControlCommand.FreezePlayer;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.session.OpenGameSession;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.wallet.PlayableAnswer;
import io.carat.core.wallet.ReadPlayable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Callbacks under one claim, by their provider's profile (ADR 0016). */
class ProviderCallbackTest {

    private final LedgerScenario play = LedgerScenario.split();

    ProviderCallbackTest() {
        FirstStart.profiles().forEach(play::send);
        play.deposit("SPORTS_NORMAL", 10_000);
    }

    private static TakeBet bet(String betId, String transactionId, long stakeMinor) {
        return bet("generic", betId, transactionId, stakeMinor, null);
    }

    private static TakeBet bet(
            String provider, String betId, String transactionId, long stakeMinor, @Nullable String tokenDigest) {
        return new TakeBet(
                "acme",
                LedgerScenario.PLAYER,
                provider,
                "sports-1",
                betId,
                "round-" + betId,
                new Money(stakeMinor, "KRW"),
                transactionId,
                tokenDigest);
    }

    private static PayWin win(String betId, String transactionId, long payoutMinor, @Nullable Boolean closesRound) {
        return win("generic", betId, "round-" + betId, transactionId, payoutMinor, closesRound);
    }

    private static PayWin win(
            String provider,
            String betId,
            @Nullable String roundId,
            String transactionId,
            long payoutMinor,
            @Nullable Boolean closesRound) {
        return new PayWin(
                "acme",
                LedgerScenario.PLAYER,
                provider,
                "sports-1",
                betId,
                roundId,
                new Money(payoutMinor, "KRW"),
                transactionId,
                closesRound);
    }

    private static TakeBack rollback(String provider, String betId, String transactionId, @Nullable String currency) {
        return new TakeBack(
                "acme", LedgerScenario.PLAYER, provider, "sports-1", betId, null, currency, null, transactionId);
    }

    private long claims(Object command) {
        int before = play.size();
        play.accepts(() -> play.send(command));
        return play.since(before).stream().filter(ClaimEvent.class::isInstance).count();
    }

    @Test
    void claimsOnceWhatItDoesOnce() {
        assertThat(claims(bet("b1", "t1", 1_000))).isEqualTo(1);
        assertThat(claims(win("b1", "t2", 500, false))).isEqualTo(1);
        assertThat(claims(rollback("generic", "b2", "t3", "KRW"))).isEqualTo(1);
        int before = play.size();
        assertThat(told(play.send(bet("b1", "t1", 1_000)))).isEqualTo("REPLAYED");
        assertThat(told(play.send(win("b1", "t2", 500, false)))).isEqualTo("REPLAYED");
        assertThat(told(play.send(rollback("generic", "b2", "t3", "KRW")))).isEqualTo("REPLAYED");
        assertThat(play.size()).isEqualTo(before);
    }

    @Test
    void comparesPlayerGameRoundBetAmountAndCurrency() {
        play.accepts(() -> play.send(bet("b1", "t1", 1_000)));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(bet("b1", "t1", 1_001)));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(bet("b2", "t1", 1_000)));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(bet("b1", "t2", 1_001)));
        play.accepts(() -> play.send(win("b1", "w1", 500, false)));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(win("b1", "w1", 501, false)));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(win("generic", "b1", "another", "w1", 500, false)));
        assertThat(told(play.send(win("b1", "w1", 500, true))))
                .as("closing is no part of what is compared")
                .isEqualTo("REPLAYED");
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 9500+1000");
    }

    @Test
    void comparesARoundThatIsNotTheBetsOwn() {
        play.accepts(() -> play.send(bet("b1", "t1", 1_000)));
        play.accepts(() -> play.send(win("generic", "b1", "odd", "w1", 500, false)));
        assertThat(told(play.send(win("generic", "b1", "odd", "w1", 500, false))))
                .isEqualTo("REPLAYED");
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(win("generic", "b1", "round-b1", "w1", 500, false)));
    }

    @Test
    void replaysTheSameTransactionOfTheOtherWayIn() {
        play.accepts(() -> play.send(bet("b1", "t1", 1_000)));
        assertThat(told(play.bet("b1", 1_000))).isEqualTo("REPLAYED");
        play.accepts(() -> play.send(win("b1", "w1", 500, false)));
        assertThat(told(play.settle("b1", "w1", 500, BetResult.WIN, false))).isEqualTo("REPLAYED");
        play.accepts(() -> play.settle("b1", "w2", 700, BetResult.WIN, false));
        assertThat(told(play.send(win("b1", "w2", 700, false)))).isEqualTo("REPLAYED");
        play.accepts(() -> play.bet("b2", 2_000));
        assertThat(told(play.send(bet("b2", "t2", 2_000)))).isEqualTo("REPLAYED");
        play.accepts(() -> play.send(rollback("generic", "b2", "r1", "KRW")));
        assertThat(told(play.rollbackByBetId("b2", "r1"))).isEqualTo("REPLAYED");
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 10200+1000");
    }

    @Test
    void replaysRefusalsThatComeFromState() {
        play.refuses(INSUFFICIENT_FUNDS, () -> play.send(bet("b1", "t1", 20_000)));
        play.deposit("SPORTS_NORMAL", 20_000);
        assertThat(told(play.send(bet("b1", "t1", 20_000)))).isEqualTo("INSUFFICIENT_FUNDS REPLAYED");
        play.accepts(() -> play.send(bet("b1", "t2", 20_000)));
    }

    @Test
    void takesAWinThatCameBeforeItsBetWhenItComesAgain() {
        play.refuses(BET_NOT_FOUND, () -> play.send(win("b1", "w1", 500, null)));
        play.accepts(() -> play.send(bet("b1", "t1", 1_000)));
        play.accepts(() -> play.send(win("b1", "w1", 500, null)));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 9500+0");
    }

    @Test
    void closesByTheProfileUnlessTheWireSaysOtherwise() {
        play.accepts(() -> play.send(bet("b1", "t1", 1_000)));
        play.accepts(() -> play.send(win("b1", "w1", 500, null)));
        play.refuses(BET_ALREADY_SETTLED, () -> play.send(win("b1", "w2", 500, null)));
        play.refuses(BET_ALREADY_SETTLED, () -> play.send(rollback("generic", "b1", "r1", "KRW")));
    }

    @Test
    void paysWinsAfterTheCloseWhereTheProfileSaysSo() {
        play.accepts(() -> play.send(bet("hub88", "b1", "b1", 1_000, null)));
        play.accepts(() -> play.send(win("hub88", "b1", "r", "w1", 500, null)));
        play.accepts(() -> play.send(win("hub88", "b1", "r", "w2", 700, null)));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 10200+0");
    }

    @Test
    void buriesABetThatIsRolledBackBeforeItComes() {
        play.accepts(() -> play.send(rollback("hub88", "b1", "r1", null)));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.send(bet("hub88", "b1", "b1", 1_000, null)));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.send(win("hub88", "b1", "r", "w1", 500, null)));
        assertThat(told(play.send(rollback("hub88", "b1", "r1", null)))).isEqualTo("REPLAYED");
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 10000+0");
    }

    @Test
    void doesNotRollBackAWin() {
        play.accepts(() -> play.send(bet("b1", "t1", 1_000)));
        play.accepts(() -> play.send(win("b1", "w1", 500, null)));
        play.refuses(BET_ALREADY_SETTLED, () -> play.send(rollback("generic", "w1", "r1", "KRW")));
    }

    @Test
    void holdsNothingForAFreeRoundAndEndsItWithoutABet() {
        play.refuses(AMOUNT_INVALID, () -> play.send(bet("b0", "t0", 0)));
        assertThat(claims(bet("hub88", "f1", "f1", 0, null))).isEqualTo(1);
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(bet("hub88", "f1", "f1", 100, null)));
        assertThat(claims(win("hub88", "f1", "r", "fw1", 0, null))).isEqualTo(1);
        play.refuses(BET_NOT_FOUND, () -> play.send(win("hub88", "f1", "r", "fw2", 100, null)));
        play.refuses(BET_NOT_FOUND, () -> play.send(win("hub88", "f2", "r", "fw3", 0, null)));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 10000+0");
    }

    @Test
    void aPlayerWhoMayNotBetPlaysNoFreeRoundAndIsStillPaid() {
        play.accepts(() -> play.send(bet("hub88", "f0", "f0", 0, null)));
        play.accepts(() -> play.send(bet("hub88", "b0", "b0", 500, null)));
        play.accepts(() -> play.send(new FreezePlayer("acme", LedgerScenario.PLAYER, new AuditNote("ann", "fraud?"))));
        play.refuses(RejectionCode.PLAYER_FROZEN, () -> play.send(bet("hub88", "f1", "f1", 0, null)));
        play.refuses(RejectionCode.PLAYER_FROZEN, () -> play.send(bet("hub88", "b1", "b1", 500, null)));
        play.accepts(() -> play.send(win("hub88", "f0", null, "w0", 0, null)));
        play.accepts(() -> play.send(win("hub88", "b0", null, "w1", 900, null)));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 10400+0");
    }

    @Test
    void refusesAFreeRoundOfAGameOrCurrencyThatThereIsNot() {
        TakeBet chess = new TakeBet(
                "acme", LedgerScenario.PLAYER, "hub88", "chess", "f1", "r", new Money(0, "KRW"), "f1", null);
        play.refuses(INVALID_GAME, () -> play.send(chess));
        TakeBet yen = new TakeBet(
                "acme", LedgerScenario.PLAYER, "hub88", "slots-1", "f2", "r", new Money(0, "JPY"), "f2", null);
        play.refuses(CURRENCY_MISMATCH, () -> play.send(yen));
    }

    @Test
    void asksOnlyBetsForATokenThatIsStillOpen() {
        Instant end = play.ledger().now().plusSeconds(3_600);
        play.accepts(
                () -> play.send(new OpenGameSession("acme", LedgerScenario.PLAYER, "KRW", "generic", "open", end)));
        play.accepts(() -> play.send(bet("generic", "b1", "t1", 1_000, "open")));
        play.accepts(() -> play.send(bet("generic", "b2", "t2", 1_000, "never handed out here")));
        play.refuses(TOKEN_INVALID, () -> play.send(bet("hub88", "b3", "t3", 1_000, "open")));
        play.accepts(() -> play.send(new OpenGameSession("acme", "somebody else", "KRW", "generic", "other", end)));
        play.refuses(TOKEN_INVALID, () -> play.send(bet("generic", "b4", "t4", 1_000, "other")));
        play.ledger().passTime(Duration.ofHours(1));
        play.refuses(TOKEN_EXPIRED, () -> play.send(bet("generic", "b5", "t5", 1_000, "open")));
        assertThat(told(play.send(bet("generic", "b1", "t1", 1_000, "open")))).isEqualTo("REPLAYED");
        play.accepts(() -> play.send(win("b1", "w1", 500, null)));
        play.accepts(() -> play.send(rollback("generic", "b2", "r1", "KRW")));
        play.accepts(() -> play.send(bet("generic", "b5", "t5", 1_000, null)));
        play.refuses(
                TOKEN_EXPIRED,
                () -> play.send(new OpenGameSession("acme", LedgerScenario.PLAYER, "KRW", "generic", "late", end)));
    }

    @Test
    void knowsNoProviderWithoutAProfile() {
        play.accepts(() -> play.send(new ConnectProvider("third", new AuditNote("first-admin", "new"))));
        play.refuses(PROVIDER_NOT_FOUND, () -> play.send(bet("third", "b1", "t1", 1_000, null)));
        play.refuses(PROVIDER_NOT_FOUND, () -> play.send(bet("fourth", "b1", "t1", 1_000, null)));
    }

    @Test
    void tellsWhatAPlayerMayBetWith() {
        play.accepts(() -> play.send(bet("b1", "t1", 1_000)));
        play.deposit("CASINO_NORMAL", 500);
        assertThat(playable("KRW", "sports-1")).isEqualTo(new PlayableAnswer("KRW", 9_000));
        assertThat(playable("KRW", "slots-1")).isEqualTo(new PlayableAnswer("KRW", 500));
        assertThat(playable(null, null)).isEqualTo(new PlayableAnswer("KRW", 9_500));
        assertThat(told(play.send(new ReadPlayable("acme", LedgerScenario.PLAYER, "generic", "KRW", "chess", null))))
                .isEqualTo("INVALID_GAME");
    }

    private Object playable(@Nullable String currency, @Nullable String gameId) {
        Outcome read = play.send(new ReadPlayable("acme", LedgerScenario.PLAYER, "generic", currency, gameId, null));
        return ((Outcome.Done) read).answer();
    }
}
