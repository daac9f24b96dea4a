package io.carat.core.points;

import static io.carat.core.decision.RejectionCode.ABOVE_MAX;
import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.BELOW_MIN;
import static io.carat.core.decision.RejectionCode.BRAND_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.CURRENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.IDEMPOTENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.INSUFFICIENT_FUNDS;
import static io.carat.core.decision.RejectionCode.MAINTENANCE;
import static io.carat.core.decision.RejectionCode.OPEN_RECEIVABLE;
import static io.carat.core.decision.RejectionCode.PAIR_NOT_ALLOWED;
import static io.carat.core.decision.RejectionCode.PLAYER_FROZEN;
import static io.carat.core.decision.RejectionCode.POINTS_RATE_MISSING;
import static io.carat.core.decision.RejectionCode.TOPOLOGY_MISMATCH;
import static io.carat.core.testing.LedgerScenario.BRAND;
import static io.carat.core.testing.LedgerScenario.CURRENCY;
import static io.carat.core.testing.LedgerScenario.PLAYER;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.BucketKey;
import io.carat.core.control.BrandControlCommand.SuspendBrand;
import io.carat.core.control.PlayerControlCommand.ExcludePlayer;
import io.carat.core.control.PlayerControlCommand.FreezePlayer;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.decision.RequestKey;
import io.carat.core.points.PointsAnswer.TransferAnswer;
import io.carat.core.points.PointsCommand.TransferPoints;
import io.carat.core.policy.PointsLimits;
import io.carat.core.policy.PointsTerms;
import io.carat.core.policy.Policy;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TransferPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points become money in a NORMAL bucket, with rolling (rule book §6, §8, §12 cases 34 and 35). */
class PointsTransferTest {

    private static final Policy SPORTS = SeedsForTest.policy("SPORTS");
    private static final AuditNote NOTE = new AuditNote("ops-1", "test");

    private LedgerScenario play = LedgerScenario.split();

    @AfterEach
    void theBooksHold() {
        new LedgerAudit().follow(play.ledger().events());
    }

    private static LedgerScenario on(Topology topology, Policy sports) {
        return LedgerScenario.under(topology, sports, SeedsForTest.policy("CASINO"));
    }

    /** A player with a wallet in KRW, nothing in it, and so many points. */
    private void withPoints(String normal, long points) {
        play.accepts(() -> play.deposit(normal, 1_000));
        play.accepts(() -> play.bet("spent", normal.startsWith("CASINO") ? "live-1" : "sports-1", 1_000, null));
        play.accepts(() -> play.settle("spent", "lost", 0));
        play.accepts(() -> play.points(points, null));
    }

    private TransferAnswer transferred(Outcome outcome) {
        return (TransferAnswer) ((Outcome.Done) outcome).answer();
    }

    @ParameterizedTest
    @CsvSource({
        "RUBY_SPLIT_V1,   SPORTS_NORMAL, SPORTS",
        "RUBY_SPLIT_V1,   CASINO_NORMAL, CASINO",
        "RUBY_UNIFIED_V1, COMMON_NORMAL, SPORTS"
    })
    void takesWholeUnitsAndOwesRollingOnTheirValue(String topology, String target, String policy) {
        play = on(topology.equals("RUBY_SPLIT_V1") ? SeedsForTest.split() : SeedsForTest.unified(), SPORTS);
        withPoints(target, 12_345);
        int before = play.size();
        TransferAnswer answer = transferred(play.transferPoints(target, 12_345));
        assertThat(play.balances()).isEqualTo(target + " 1230+0, POINTS 45+0");
        assertThat(play.rolling()).isEqualTo(target + " 0/3690");
        assertThat(answer.points()).isEqualTo(12_300);
        assertThat(answer.amount()).isEqualTo(1_230);
        assertThat(answer.balance()).isEqualTo(45);
        assertThat(answer.requirement().required()).isEqualTo(3_690);
        assertThat(answer.requirement().status()).isEqualTo(RequirementStatus.PENDING);
        assertThat(answer.policy().code()).isEqualTo(policy);
        assertThat(postings(play.since(before)))
                .containsExactly(
                        "transfer: POINTS > POINTS_ISSUE 12300 PTS", "transfer: PROMO > " + target + " 1230 KRW");
        assertThat(play.snapshot().rolling()).singleElement().satisfies(open -> {
            assertThat(open.kind()).isEqualTo(RequirementKind.POINTS);
            assertThat(open.base()).isEqualTo(1_230);
        });
        assertThat(play.since(before))
                .filteredOn(BucketCredited.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    BucketCredited credited = (BucketCredited) event;
                    assertThat(credited.posting().fromAccount()).isEqualTo("PROMO");
                    assertThat(credited.requirement())
                            .extracting(RequirementTerms::contributions)
                            .isEqualTo(SPORTS.depositRolling().contributions());
                });
    }

    /** Every posting as journal, accounts, amount and asset. */
    private static List<String> postings(List<LedgerEvent> events) {
        return events.stream()
                .filter(Posted.class::isInstance)
                .map(Posted.class::cast)
                .map(posted -> "%s: %s > %s %d %s"
                        .formatted(
                                posted.posting().journalId().replaceFirst(".*/", ""),
                                type(posted.posting().fromAccount()),
                                type(posted.posting().toAccount()),
                                posted.posting().amountMinor(),
                                BucketKey.parse(posted.bucketId()).currency()))
                .toList();
    }

    private static String type(String account) {
        return account.substring(account.lastIndexOf(':') + 1);
    }

    @Test
    void sweepsWhatOwesNoRollingAtOnce() {
        play = on(SeedsForTest.split(), SeedsForTest.with(SPORTS, new PointsTerms(100, 10, 0)));
        withPoints("SPORTS_NORMAL", 500);
        TransferAnswer answer = transferred(play.transferPoints("SPORTS_NORMAL", 500));
        assertThat(answer.requirement().status()).isEqualTo(RequirementStatus.COMPLETED);
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 50+0");
        assertThat(play.rolling()).isEmpty();
    }

    @Test
    void countsBetsOfTheTargetTowardsIt() {
        withPoints("SPORTS_NORMAL", 10_000);
        play.accepts(() -> play.transferPoints("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 9_000));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 1000/3000");
        play.accepts(() -> play.bet("b2", 2_000));
        play.accepts(() -> play.settle("b2", "t2", 0));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 7000+0");
    }

    @ParameterizedTest
    @CsvSource({
        "SPORTS_NORMAL,       99, BELOW_MIN",
        "SPORTS_NORMAL,      501, INSUFFICIENT_FUNDS",
        "SPORTS_NORMAL,      599, INSUFFICIENT_FUNDS",
        "SPORTS_NORMAL,        0, AMOUNT_INVALID",
        "SPORTS_NORMAL,       -1, AMOUNT_INVALID",
        "SPORTS_NORMAL, 1000000000000001, AMOUNT_INVALID",
        "WITHDRAWABLE,       100, PAIR_NOT_ALLOWED",
        "SPORTS_BONUS,       100, PAIR_NOT_ALLOWED",
        "POINTS,             100, SAME_BUCKET",
        "COMMON_NORMAL,      100, TOPOLOGY_MISMATCH",
        "nowhere,            100, TOPOLOGY_MISMATCH"
    })
    void refuses(String to, long points, RejectionCode code) {
        withPoints("SPORTS_NORMAL", 500);
        play.refuses(code, () -> play.transferPoints(to, points));
        assertThat(play.balances()).isEqualTo("POINTS 500+0");
    }

    @ParameterizedTest
    @CsvSource({"199, BELOW_MIN", "200, ", "400, ", "401, ABOVE_MAX"})
    void keepsThePolicysLimits(long points, RejectionCode code) {
        play = on(SeedsForTest.split(), SeedsForTest.with(SPORTS, new PointsLimits(200, 400)));
        withPoints("SPORTS_NORMAL", 1_000);
        if (code == null) {
            play.accepts(() -> play.transferPoints("SPORTS_NORMAL", points));
        } else {
            play.refuses(code, () -> play.transferPoints("SPORTS_NORMAL", points));
        }
        play.accepts(() -> play.transferPoints("CASINO_NORMAL", 500));
    }

    @Test
    void keepsTheTopologysMatrix() {
        Topology seed = SeedsForTest.split();
        List<TransferPair> sportsAlone = List.of(new TransferPair("POINTS", "SPORTS_NORMAL"));
        play = on(new Topology(seed.code(), 1, seed.buckets(), seed.routes(), sportsAlone), SPORTS);
        withPoints("SPORTS_NORMAL", 500);
        play.refuses(PAIR_NOT_ALLOWED, () -> play.transferPoints("CASINO_NORMAL", 100));
        play.accepts(() -> play.transferPoints("SPORTS_NORMAL", 100));
    }

    @Test
    void refusesACreditAboveTheBoundOfAmounts() {
        play = on(SeedsForTest.split(), SeedsForTest.with(SPORTS, new PointsTerms(1, 1_000_000_000_000_000L, 0)));
        withPoints("SPORTS_NORMAL", 10);
        play.refuses(ABOVE_MAX, () -> play.transferPoints("SPORTS_NORMAL", 2));
        play.accepts(() -> play.transferPoints("SPORTS_NORMAL", 1));
    }

    @Test
    void refusesWhereThePolicyHasNoRate() {
        play = on(SeedsForTest.split(), SeedsForTest.with(SPORTS, PointsTerms.NONE));
        withPoints("SPORTS_NORMAL", 500);
        play.refuses(POINTS_RATE_MISSING, () -> play.transferPoints("SPORTS_NORMAL", 100));
        play.accepts(() -> play.transferPoints("CASINO_NORMAL", 100));
    }

    @Test
    void refusesAnUnknownBrandAndCurrenciesWithoutAWallet() {
        play.accepts(() -> play.points(500, null));
        play.refuses(CURRENCY_MISMATCH, () -> play.transferPoints("SPORTS_NORMAL", 100));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 1_000));
        play.accepts(() -> play.transferPoints("SPORTS_NORMAL", 100));
        play.refuses(CURRENCY_MISMATCH, () -> play.send(transfer(BRAND, "EUR")));
        play.refuses(CURRENCY_MISMATCH, () -> play.send(transfer(BRAND, "PTS")));
        play.refuses(BRAND_NOT_FOUND, () -> play.send(transfer("other", CURRENCY)));
    }

    private TransferPoints transfer(String brandId, String currency) {
        return new TransferPoints(play.fresh(), brandId, PLAYER, currency, "SPORTS_NORMAL", 100);
    }

    @Test
    void refusesAFrozenPlayerButNotAnExcludedOne() {
        withPoints("SPORTS_NORMAL", 500);
        play.accepts(() -> play.send(new ExcludePlayer(BRAND, PLAYER, null, NOTE)));
        play.accepts(() -> play.transferPoints("SPORTS_NORMAL", 100));
        play.accepts(() -> play.send(new FreezePlayer(BRAND, PLAYER, NOTE)));
        play.refuses(PLAYER_FROZEN, () -> play.transferPoints("SPORTS_NORMAL", 100));
    }

    @Test
    void refusesWhileTheBrandIsSuspended() {
        withPoints("SPORTS_NORMAL", 500);
        play.accepts(() -> play.send(new SuspendBrand(BRAND, NOTE)));
        play.refuses(MAINTENANCE, () -> play.transferPoints("SPORTS_NORMAL", 100));
    }

    @Test
    void refusesAWalletThatOwes() {
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 1_000));
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 5_000));
        play.accepts(() -> play.bet("b2", 5_000));
        play.accepts(() -> play.settle("b2", "t2", 0));
        play.accepts(() -> play.correct("b1", "t3", null, 0));
        assertThat(play.receivables()).containsExactly(5_000L);
        play.accepts(() -> play.points(500, null));
        play.refuses(OPEN_RECEIVABLE, () -> play.transferPoints("SPORTS_NORMAL", 100));
    }

    @Test
    void answersTheSameRequestAgainAndNoOtherUnderItsKey() {
        withPoints("SPORTS_NORMAL", 500);
        RequestKey key = play.fresh();
        TransferPoints command = new TransferPoints(key, BRAND, PLAYER, CURRENCY, "SPORTS_NORMAL", 100);
        play.accepts(() -> play.send(command));
        int size = play.size();
        assertThat(told(play.send(command))).isEqualTo("REPLAYED");
        assertThat(play.size()).isEqualTo(size);
        RequestKey other = new RequestKey(key.key(), "another payload");
        play.refuses(
                IDEMPOTENCY_MISMATCH,
                () -> play.send(new TransferPoints(other, BRAND, PLAYER, CURRENCY, "SPORTS_NORMAL", 200)));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 10+0, POINTS 400+0");
    }

    @Test
    void spendsNothingThatIsDue() {
        Instant soon = Instant.parse("2026-02-01T00:00:00Z");
        withPoints("SPORTS_NORMAL", 300);
        play.accepts(() -> play.points(700, soon));
        play.ledger().passTime(Duration.between(play.ledger().now(), soon));
        play.refuses(INSUFFICIENT_FUNDS, () -> play.transferPoints("SPORTS_NORMAL", 301));
        assertThat(play.balances()).as("a refusal moves nothing").isEqualTo("POINTS 1000+0");
        play.accepts(() -> play.transferPoints("SPORTS_NORMAL", 300));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 30+0");
        assertThat(play.pointsView().expiries())
                .singleElement()
                .satisfies(expiry -> assertThat(expiry.points()).isEqualTo(700));
    }

    @Test
    void neverBetsNorWithdrawsPoints() {
        withPoints("SPORTS_NORMAL", 100_000);
        play.refuses(INSUFFICIENT_FUNDS, () -> play.bet("b1", 1));
        play.refuses(INSUFFICIENT_FUNDS, () -> play.send(play.withdrawal(1)));
        play.refuses(TOPOLOGY_MISMATCH, () -> play.deposit("POINTS", 100));
        play.refuses(TOPOLOGY_MISMATCH, () -> play.bonus("POINTS", 100));
        play.refuses(PAIR_NOT_ALLOWED, () -> play.transferPoints("WITHDRAWABLE", 100));
        play.refuses(BELOW_MIN, () -> play.transferPoints("SPORTS_NORMAL", 1));
        play.refuses(AMOUNT_INVALID, () -> play.points(0, null));
        assertThat(play.balances()).isEqualTo("POINTS 100000+0");
    }
}
