package io.carat.core.points;

import static io.carat.core.decision.RejectionCode.ABOVE_MAX;
import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.BRAND_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.EXPIRY_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.IDEMPOTENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.POINTS_EXPIRED;
import static io.carat.core.testing.LedgerScenario.BRAND;
import static io.carat.core.testing.LedgerScenario.PLAYER;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.PointsEvent.PointsExpired;
import io.carat.core.bucket.PointsEvent.PointsRestored;
import io.carat.core.catalogue.CatalogueCommand.SetBrand;
import io.carat.core.control.PlayerStanding;
import io.carat.core.control.ReadPlayer;
import io.carat.core.coupon.Expiry;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RequestKey;
import io.carat.core.deposit.CreditDeposit;
import io.carat.core.money.Money;
import io.carat.core.points.PointsAnswer.ExpiredAnswer;
import io.carat.core.points.PointsAnswer.LotAnswer;
import io.carat.core.points.PointsAnswer.PointsView;
import io.carat.core.points.PointsCommand.CreditPoints;
import io.carat.core.points.PointsCommand.ReadPoints;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.wallet.WalletSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points come in lots, are spent by expiry, expire once and are restored at most to what expired (rule book §6). */
class PointsLotsTest {

    private static final AuditNote NOTE = new AuditNote("admin-1", "test");

    private final LedgerScenario play = LedgerScenario.split();
    private final Instant start = play.ledger().now();

    /** A wallet in KRW with nothing in it. */
    @BeforeEach
    void aWallet() {
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 1_000));
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 0));
    }

    @AfterEach
    void theBooksHold() {
        new LedgerAudit().follow(play.ledger().events());
    }

    private Instant hours(int hours) {
        return start.plus(Duration.ofHours(hours));
    }

    private void pass(Duration time) {
        play.ledger().passTime(time);
    }

    /** Lots as {@code remaining of points} in spending order, and expiries as {@code points-restored}. */
    private String lots() {
        PointsView view = play.pointsView();
        String open = view.lots().stream()
                .map(lot -> lot.remaining() + "/" + lot.points())
                .collect(Collectors.joining(" "));
        String gone = view.expiries().stream()
                .map(expiry -> expiry.points() + "-" + expiry.restored())
                .collect(Collectors.joining(" "));
        return open + (gone.isEmpty() ? "" : " | " + gone);
    }

    private String lot(Outcome outcome) {
        return ((LotAnswer) ((Outcome.Done) outcome).answer()).lotId();
    }

    private ExpiredAnswer expire() {
        return (ExpiredAnswer) ((Outcome.Done) play.expirePoints()).answer();
    }

    @ParameterizedTest
    @CsvSource({
        "100,  200/300 300/300 300/300",
        "300,  300/300 300/300",
        "400,  200/300 300/300",
        "800,  100/300",
        "900,  ''"
    })
    void spendsTheEarliestExpiryFirstAndWhatNeverExpiresLast(long points, String left) {
        play.accepts(() -> play.points(300, null));
        play.accepts(() -> play.points(300, hours(5)));
        play.accepts(() -> play.points(300, hours(2)));
        play.accepts(() -> play.transferPoints("SPORTS_NORMAL", points));
        assertThat(lots()).isEqualTo(left);
    }

    @Test
    void spendsTheOlderOfLotsThatExpireTogether() {
        String older = lot(play.points(100, hours(2)));
        String younger = lot(play.points(100, hours(2)));
        String oldForEver = lot(play.points(100, null));
        String youngForEver = lot(play.points(100, null));
        play.accepts(() -> play.transferPoints("SPORTS_NORMAL", 100));
        assertThat(play.pointsView().lots())
                .extracting(PointsAnswer.Lot::lotId)
                .containsExactly(younger, oldForEver, youngForEver)
                .doesNotContain(older);
        play.accepts(() -> play.transferPoints("SPORTS_NORMAL", 200));
        assertThat(play.pointsView().lots()).extracting(PointsAnswer.Lot::lotId).containsExactly(youngForEver);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1000/1000, 1000", "0, ' | 1000-0', 0", "1, ' | 1000-0', 0"})
    void isExpiredFromTheInstantOfItsExpiryOn(long nanosAfter, String left, long spendable) {
        play.accepts(() -> play.points(1_000, hours(1)));
        pass(Duration.ofHours(1).plusNanos(nanosAfter));
        assertThat(play.pointsView().spendable()).isEqualTo(spendable);
        assertThat(play.pointsView().balance()).as("nothing said so yet").isEqualTo(1_000);
        assertThat(play.pointsView().lots().getFirst().due()).isEqualTo(spendable == 0);
        expire();
        assertThat(lots()).isEqualTo(left);
    }

    @Test
    void expiresWhatIsLeftOfALotThatWasSpentInPart() {
        play.accepts(() -> play.points(1_000, hours(1)));
        play.accepts(() -> play.points(500, hours(9)));
        play.accepts(() -> play.transferPoints("SPORTS_NORMAL", 400));
        pass(Duration.ofHours(2));
        ExpiredAnswer answer = expire();
        assertThat(answer.balance()).isEqualTo(500);
        assertThat(answer.expired())
                .singleElement()
                .satisfies(one -> assertThat(one.points()).isEqualTo(600));
        assertThat(lots()).isEqualTo("500/500 | 600-0");
        assertThat(expire().expired()).as("a lot expires once").isEmpty();
        assertThat(play.ledger().events())
                .filteredOn(PointsExpired.class::isInstance)
                .hasSize(1);
    }

    @Test
    void expiresWhatIsDueWithEveryDecisionOnPoints() {
        play.accepts(() -> play.points(100, hours(1)));
        pass(Duration.ofHours(1));
        play.accepts(() -> play.points(200, null));
        assertThat(lots()).isEqualTo("200/200 | 100-0");
    }

    @Test
    void readsADateAsTheEndOfThatDayInTheBrandsZone() {
        play.send(new SetBrand(BRAND, List.of("KRW", "EUR"), "Asia/Seoul", NOTE));
        Expiry day = new Expiry(null, LocalDate.of(2026, 2, 1));
        Outcome outcome = play.send(new CreditPoints(play.fresh(), BRAND, PLAYER, 5, day, "x"));
        assertThat(((LotAnswer) ((Outcome.Done) outcome).answer()).expiresAt())
                .isEqualTo(Instant.parse("2026-02-01T15:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1000000000000001"})
    void refusesAmountsOutOfBounds(long points) {
        play.refuses(AMOUNT_INVALID, () -> play.points(points, null));
        play.refuses(AMOUNT_INVALID, () -> play.restorePoints("any", points, hours(1)));
    }

    @Test
    void refusesLotsThatWouldBeExpiredAndUnknownBrands() {
        play.refuses(POINTS_EXPIRED, () -> play.points(100, start));
        play.refuses(POINTS_EXPIRED, () -> play.points(100, start.minusNanos(1_000)));
        play.refuses(BRAND_NOT_FOUND, () -> play.send(new CreditPoints(play.fresh(), "other", PLAYER, 1, null, "x")));
        play.refuses(BRAND_NOT_FOUND, () -> play.send(new ReadPoints("other", PLAYER)));
    }

    @Test
    void creditsARequestOnce() {
        RequestKey key = play.fresh();
        CreditPoints command = new CreditPoints(key, BRAND, PLAYER, 100, null, "x");
        play.accepts(() -> play.send(command));
        assertThat(told(play.send(command))).isEqualTo("REPLAYED");
        RequestKey other = new RequestKey(key.key(), "another payload");
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(new CreditPoints(other, BRAND, PLAYER, 200, null, "x")));
        assertThat(lots()).isEqualTo("100/100");
    }

    /** A lot of 1000 that has expired; its expiry. */
    private String expired() {
        play.accepts(() -> play.points(1_000, hours(1)));
        pass(Duration.ofHours(1));
        return expire().expired().getFirst().expiryId();
    }

    @Test
    void restoresAtMostWhatExpired() {
        String expiry = expired();
        play.refuses(ABOVE_MAX, () -> play.restorePoints(expiry, 1_001, hours(9)));
        play.accepts(() -> play.restorePoints(expiry, 400, hours(9)));
        assertThat(lots()).isEqualTo("400/400 | 1000-400");
        play.refuses(ABOVE_MAX, () -> play.restorePoints(expiry, 601, hours(9)));
        play.accepts(() -> play.restorePoints(expiry, 600, hours(8)));
        play.refuses(ABOVE_MAX, () -> play.restorePoints(expiry, 1, hours(9)));
        assertThat(lots()).isEqualTo("600/600 400/400 | 1000-1000");
        assertThat(play.ledger().events())
                .filteredOn(PointsRestored.class::isInstance)
                .hasSize(2)
                .allSatisfy(event -> {
                    assertThat(((PointsRestored) event).expiryId()).isEqualTo(expiry);
                    assertThat(((PointsRestored) event).audit()).isEqualTo(new AuditNote("finance-1", "by mistake"));
                });
    }

    @Test
    void restoresWhatWasRestoredAndExpiredAgainUnderItsOwnExpiry() {
        String first = expired();
        play.accepts(() -> play.restorePoints(first, 700, hours(2)));
        pass(Duration.ofHours(1));
        String second = expire().expired().getFirst().expiryId();
        assertThat(second).isNotEqualTo(first);
        assertThat(lots()).isEqualTo(" | 1000-700 700-0");
        play.refuses(ABOVE_MAX, () -> play.restorePoints(first, 301, hours(9)));
        play.accepts(() -> play.restorePoints(second, 700, hours(9)));
        play.accepts(() -> play.restorePoints(first, 300, hours(9)));
        assertThat(lots()).isEqualTo("700/700 300/300 | 1000-1000 700-700");
    }

    @Test
    void restoresWhatIsDueThoughNothingHadSaidSo() {
        play.accepts(() -> play.points(1_000, hours(1)));
        pass(Duration.ofHours(3));
        String first = play.pointsView().lots().getFirst().lotId();
        String expiry = DerivedId.of(BRAND, "expiry", first);
        play.accepts(() -> play.restorePoints(expiry, 10, hours(9)));
        assertThat(lots()).isEqualTo("10/10 | 1000-10");
    }

    @Test
    void refusesRestoresOfWhatNeverExpiredAndThoseThatWouldBeExpired() {
        String expiry = expired();
        play.refuses(EXPIRY_NOT_FOUND, () -> play.restorePoints("acme.expiry.unknown", 1, hours(9)));
        play.refuses(POINTS_EXPIRED, () -> play.restorePoints(expiry, 1, hours(1)));
        assertThat(lots()).isEqualTo(" | 1000-0");
    }

    @Test
    void showsTheSamePointsInEveryWalletOfThePlayer() {
        play.send(new SetBrand(BRAND, List.of("KRW", "EUR", "USD"), "UTC", NOTE));
        for (String currency : List.of("EUR", "USD")) {
            play.accepts(() -> play.send(new CreditDeposit(
                    play.fresh(), BRAND, PLAYER, "SPORTS_NORMAL", new Money(100, currency), "ref-" + currency)));
        }
        play.accepts(() -> play.points(77, null));
        Outcome outcome = play.send(new ReadPlayer(BRAND, PLAYER));
        PlayerStanding standing = (PlayerStanding) ((Outcome.Done) outcome).answer();
        assertThat(standing.wallets()).extracting(WalletSnapshot::currency).containsExactly("EUR", "KRW", "USD");
        assertThat(standing.wallets())
                .allSatisfy(wallet ->
                        assertThat(wallet.buckets()).contains(new WalletSnapshot.BucketBalance("POINTS", 77, 0)));
    }
}
