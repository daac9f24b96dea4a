package io.carat.core.win;

import static io.carat.core.coupon.CouponTarget.BONUS;
import static io.carat.core.coupon.CouponTarget.NORMAL;
import static io.carat.core.coupon.CouponTarget.WITHDRAWABLE;
import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.BET_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.BRAND_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.COUPON_PRODUCT_MISMATCH;
import static io.carat.core.decision.RejectionCode.COUPON_PROVIDER_NOT_ALLOWED;
import static io.carat.core.decision.RejectionCode.CURRENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.IDEMPOTENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.INVALID_GAME;
import static io.carat.core.decision.RejectionCode.LIMIT_EXCEEDED;
import static io.carat.core.decision.RejectionCode.POLICY_UNRESOLVED;
import static io.carat.core.decision.RejectionCode.PROVIDER_NOT_FOUND;
import static io.carat.core.testing.LedgerScenario.money;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import io.carat.core.coupon.CampaignTerms;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import io.carat.core.player.PlayerEvent.WalletOpened;
import io.carat.core.policy.BetLimits;
import io.carat.core.policy.StakeLimits;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.Topology;
import io.carat.core.win.WinEvent.WinRecorded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A free-round, promotion or jackpot win without a bet credits the target of its campaign (rule book §3, §12 cases 9 and 10). */
class WinTest {

    private LedgerScenario play = LedgerScenario.split();

    @AfterEach
    void theBooksHold() {
        new LedgerAudit().follow(play.ledger().events());
    }

    private static LedgerScenario on(Topology topology) {
        return LedgerScenario.under(topology, SeedsForTest.policy("SPORTS"), SeedsForTest.policy("CASINO"));
    }

    private WinAnswer won(Outcome outcome) {
        return (WinAnswer) ((Outcome.Done) outcome).answer();
    }

    private RecordWin win(
            String provider, @Nullable String campaign, @Nullable String grant, @Nullable String game, Money payout) {
        return new RecordWin(
                play.fresh(), "acme", LedgerScenario.PLAYER, provider, campaign, grant, game, "w1", payout);
    }

    @Test
    void creditsWithdrawableFreeAtOnceAndOpensTheWallet() {
        play.accepts(() -> play.campaign("C", WITHDRAWABLE, null));
        int before = play.size();
        WinAnswer answer = won(play.win("C", "w1", 700));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 700+0");
        assertThat(play.rolling()).isEmpty();
        assertThat(answer.status()).isEqualTo("CREDITED");
        assertThat(answer.requirement()).isNull();
        assertThat(play.since(before)).hasAtLeastOneElementOfType(WalletOpened.class);
        assertThat(play.since(before))
                .filteredOn(BucketCredited.class::isInstance)
                .singleElement()
                .satisfies(
                        event -> assertThat(((BucketCredited) event).posting().fromAccount())
                                .isEqualTo("PROMO"));
    }

    @ParameterizedTest
    @CsvSource({"RUBY_SPLIT_V1, SPORTS", "RUBY_UNIFIED_V1, COMMON"})
    void creditsNormalWithARequirementOfItsOwn(String code, String prefix) {
        play = on(code.equals("RUBY_SPLIT_V1") ? SeedsForTest.split() : SeedsForTest.unified());
        play.accepts(() -> play.campaign("C", NORMAL, 30_000));
        WinAnswer answer = won(play.win("C", "w1", 700));
        assertThat(play.balances()).isEqualTo(prefix + "_NORMAL 700+0");
        assertThat(play.rolling()).isEqualTo(prefix + "_NORMAL 0/2100");
        assertThat(play.snapshot().rolling().getFirst().kind()).isEqualTo(RequirementKind.COUPON);
        assertThat(answer.requirement()).isNotNull();
    }

    @Test
    void owesTheDepositsRollingWhereTheCampaignNamesNone() {
        play.accepts(() -> play.campaign("C", NORMAL, null));
        play.accepts(() -> play.win("C", "w1", 700));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/700");
        play.accepts(() -> play.bet("b1", 700));
        play.accepts(() -> play.settle("b1", "t1", 900));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 900+0");
    }

    @Test
    void sweepsANormalWinThatOwesNothingUnlessAnotherRequirementCoversTheBucket() {
        play.accepts(() -> play.campaign("C", NORMAL, 0));
        assertThat(won(play.win("C", "w1", 700)).requirement()).isNull();
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 700+0");
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 5_000));
        play.accepts(() -> play.win("C", "w2", 300));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 5300+0, WITHDRAWABLE 700+0");
    }

    @ParameterizedTest
    @CsvSource({"RUBY_SPLIT_V1, SPORTS", "RUBY_UNIFIED_V1, COMMON"})
    void opensABonusWhereNoneRuns(String code, String prefix) {
        play = on(code.equals("RUBY_SPLIT_V1") ? SeedsForTest.split() : SeedsForTest.unified());
        play.accepts(() -> play.campaign("C", BONUS, null));
        WinAnswer answer = won(play.win("C", "w1", 700));
        assertThat(play.balances()).isEqualTo(prefix + "_BONUS 700+0");
        assertThat(play.rolling()).isEqualTo(prefix + "_BONUS 0/7000");
        assertThat(answer.bonusId()).startsWith("acme.bonus.");
        assertThat(play.bonus(prefix + "_BONUS", 1).toString()).contains("QUEUED");
    }

    @Test
    void raisesTheRequirementOfTheBonusThatRuns() {
        play.accepts(() -> play.bonus("SPORTS_BONUS", 1_000, 15_000, 1_200L));
        play.accepts(() -> play.campaign("C", BONUS, 100_000));
        WinAnswer answer = won(play.win("C", "w1", 333));
        assertThat(play.balances()).isEqualTo("SPORTS_BONUS 1333+0");
        assertThat(play.rolling()).as("at the bonus's own multiplier").isEqualTo("SPORTS_BONUS 0/2000");
        assertThat(answer.requirement()).isNotNull();
        assertThat(answer.bonusId()).isEqualTo(bonusOf("SPORTS_BONUS"));
        play.accepts(() -> play.bet("b1", "sports-1", 1_333, 2_000));
        play.accepts(() -> play.settle("b1", "t1", 2_000));
        play.accepts(() -> play.bet("b2", "sports-1", 667, 2_000));
        play.accepts(() -> play.settle("b2", "t2", 0));
        assertThat(play.balances()).as("the bonus's cap holds for all").isEqualTo("WITHDRAWABLE 1200+0");
    }

    private String bonusOf(String type) {
        return play.ledger().events().stream()
                .filter(BucketCredited.class::isInstance)
                .map(BucketCredited.class::cast)
                .filter(credited ->
                        credited.bonus() != null && credited.bucketId().endsWith(type))
                .map(credited -> credited.bonus().bonusId())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void convertsABonusThatOwesNothingAtOnce() {
        play.accepts(() -> play.campaign("C", BONUS, 0));
        play.accepts(() -> play.win("C", "w1", 700));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 700+0");
    }

    @Test
    void boundsTheStakesOfABonusThatItOpensAsThePolicySays() {
        play = LedgerScenario.splitWith(SeedsForTest.with(
                SeedsForTest.policy("SPORTS"),
                new BetLimits(
                        Map.of("KRW", new StakeLimits(0, Long.MAX_VALUE, Long.MAX_VALUE, 500)), 0, Integer.MAX_VALUE)));
        play.accepts(() -> play.campaign("C", BONUS, null));
        play.accepts(() -> play.win("C", "w1", 700));
        play.refuses(LIMIT_EXCEEDED, () -> play.bet("b1", "sports-1", 501, 2_000));
    }

    @Test
    void refusesABonusThatWouldGrowBeyondWhatAnAmountCanBe() {
        play.accepts(() -> play.bonus("SPORTS_BONUS", Money.MAX_REQUEST_MINOR, 10_000_000, null));
        play.accepts(() -> play.campaign("C", BONUS, null));
        play.refuses(AMOUNT_INVALID, () -> play.win("C", "w1", 1));
    }

    @Test
    void paysDebtsBeforeItOwesRolling() {
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 1_000));
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 2_000));
        play.accepts(() -> play.bet("b2", 2_000));
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));
        assertThat(play.receivables()).containsExactly(2_000L);
        play.accepts(() -> play.campaign("B", BONUS, null));
        play.accepts(() -> play.win("B", "w0", 100));
        assertThat(play.receivables()).as("a bonus is not money yet").containsExactly(2_000L);
        play.accepts(() -> play.campaign("N", NORMAL, null));
        assertThat(won(play.win("N", "w1", 1_500)).recovered()).isEqualTo(1_500);
        assertThat(won(play.win("N", "w2", 300)).recovered()).isEqualTo(300);
        assertThat(play.receivables()).containsExactly(200L);
        play.accepts(() -> play.campaign("W", WITHDRAWABLE, null));
        assertThat(won(play.win("W", "w3", 250)).recovered()).isEqualTo(200);
        assertThat(play.receivables()).isEmpty();
        assertThat(play.balances()).isEqualTo("SPORTS_BONUS 100+0, WITHDRAWABLE 50+2000");
        assertThat(play.rolling()).isEqualTo("SPORTS_BONUS 0/1000");
    }

    @Test
    void takesTheProductOfTheGameAndElseTheCampaignsFirst() {
        play.accepts(() -> play.campaign("C", NORMAL, null));
        play.accepts(() -> play.send(win("generic", "C", null, "live-1", money(700))));
        assertThat(play.balances()).isEqualTo("CASINO_NORMAL 700+0");
        play.accepts(() -> play.win("C", "w2", 50));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 50+0, CASINO_NORMAL 700+0");
    }

    @Test
    void acknowledgesAWinOfNothing() {
        play.accepts(() -> play.campaign("C", NORMAL, null));
        int before = play.size();
        assertThat(won(play.win("C", "w1", 0)).status()).isEqualTo("ACKNOWLEDGED");
        assertThat(play.since(before)).noneMatch(event -> event instanceof BucketCredited);
        assertThat(play.since(before)).noneMatch(event -> event instanceof WalletOpened);
        assertThat(told(play.win("C", "w1", 0))).isEqualTo("REPLAYED");
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.win("C", "w1", 1));
    }

    @Test
    void paysALateWinOfACampaignThatHasExpired() {
        play.accepts(() -> play.campaign("C", WITHDRAWABLE, null));
        play.ledger().passTime(Duration.ofDays(1_000));
        play.accepts(() -> play.win("C", "w1", 700));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 700+0");
    }

    @Test
    void refusesAWinThatNamesNoKnownCampaignAndPaysItOnceItIsKnown() {
        play.refuses(BET_NOT_FOUND, () -> play.win("C", "w1", 700));
        play.refuses(BET_NOT_FOUND, () -> play.send(win("generic", null, null, null, money(700))));
        play.refuses(BET_NOT_FOUND, () -> play.send(win("generic", null, "acme.coupon.1", null, money(700))));
        play.accepts(() -> play.campaign("C", WITHDRAWABLE, null));
        play.accepts(() -> play.win("C", "w1", 700));
    }

    @Test
    void knowsNoCampaignOfAnotherBrand() {
        play.send(new DefineBrand("other", List.of("KRW"), "UTC"));
        play.accepts(() -> play.campaign("C", WITHDRAWABLE, null));
        String foreign = CampaignTerms.campaignId("acme", "C");
        RecordWin stolen =
                new RecordWin(new RequestKey("k", "f"), "other", "p", "generic", foreign, null, null, "w1", money(700));
        play.refuses(BET_NOT_FOUND, () -> play.send(stolen));
        play.accepts(() -> play.win(foreign, "w1", 700));
    }

    @Test
    void refusesWhatTheCampaignIsNotFor() {
        play.accepts(() ->
                play.send(play.campaignFor("C", WITHDRAWABLE, null, List.of("SLOTS", "LIVE"), List.of("generic"))));
        play.refuses(COUPON_PROVIDER_NOT_ALLOWED, () -> play.send(win("hub88", "C", null, null, money(700))));
        play.refuses(CURRENCY_MISMATCH, () -> play.send(win("generic", "C", null, null, new Money(700, "EUR"))));
    }

    @Test
    void refusesGamesThatTheCampaignIsNotFor() {
        play.accepts(() -> play.send(play.campaignFor("C", WITHDRAWABLE, null, List.of("SLOTS"), List.of())));
        play.refuses(COUPON_PRODUCT_MISMATCH, () -> play.send(win("generic", "C", null, "live-1", money(700))));
        assertThat(told(play.send(win("generic", "C", null, "none-1", money(700)))))
                .as("under the transaction id of a stored refusal")
                .isEqualTo(IDEMPOTENCY_MISMATCH.name());
        play = LedgerScenario.split();
        play.accepts(() -> play.campaign("C", WITHDRAWABLE, null));
        play.refuses(INVALID_GAME, () -> play.send(win("generic", "C", null, "none-1", money(700))));
    }

    @Test
    void refusesWhatIsNotKnownAndAmountsThatCannotBe() {
        play.accepts(() -> play.campaign("C", WITHDRAWABLE, null));
        play.refuses(PROVIDER_NOT_FOUND, () -> play.send(win("nobody", "C", null, null, money(700))));
        play.refuses(AMOUNT_INVALID, () -> play.win("C", "w1", -1));
        play.refuses(AMOUNT_INVALID, () -> play.win("C", "w1", Money.MAX_REQUEST_MINOR + 1));
        RecordWin nowhere = new RecordWin(play.fresh(), "nowhere", "p", "generic", "C", null, null, "w1", money(700));
        play.refuses(BRAND_NOT_FOUND, () -> play.send(nowhere));
    }

    @Test
    void asksAgainLaterWhereNoPolicyIsDefined() {
        play = LedgerScenario.under(SeedsForTest.split(), SeedsForTest.policy("CASINO"));
        play.accepts(() -> play.campaign("C", WITHDRAWABLE, null));
        play.refuses(POLICY_UNRESOLVED, () -> play.win("C", "w1", 700));
    }

    @Test
    void paysATransactionOnceUnderWhateverKeyAndName() {
        play.accepts(() -> play.campaign("C", WITHDRAWABLE, null));
        RecordWin first = play.winOf("C", "w1", 700);
        play.accepts(() -> play.send(first));
        assertThat(told(play.send(first))).isEqualTo("REPLAYED");
        assertThat(told(play.win("C", "w1", 700))).isEqualTo("REPLAYED");
        assertThat(told(play.win(CampaignTerms.campaignId("acme", "C"), "w1", 700)))
                .isEqualTo("REPLAYED");
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.win("C", "w1", 701));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(win("generic", "C", null, "slots-1", money(700))));
        play.accepts(() -> play.send(win("hub88", "C", null, null, money(5))));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 705+0");
    }

    @Test
    void storesWhatItWasDecidedUnder() {
        play.accepts(() -> play.campaign("C", NORMAL, null));
        play.accepts(() -> play.send(win("generic", "C", null, "slots-1", money(700))));
        WinRecorded recorded = play.ledger().events().stream()
                .filter(WinRecorded.class::isInstance)
                .map(WinRecorded.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(recorded.policy().code()).isEqualTo("CASINO");
        assertThat(recorded.topology().code()).isEqualTo("RUBY_SPLIT_V1");
        assertThat(recorded.product()).isEqualTo("SLOTS");
        assertThat(recorded.bucketId()).endsWith(":CASINO_NORMAL");
        WinState state = play.ledger().state(Win.class, recorded.winId());
        assertThatIllegalStateException().isThrownBy(() -> WinState.evolve(state, recorded));
    }
}
