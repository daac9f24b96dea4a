package io.carat.core.bonus;

import static io.carat.core.decision.RejectionCode.BONUS_ALREADY_ACTIVE;
import static io.carat.core.decision.RejectionCode.BONUS_ENDED;
import static io.carat.core.decision.RejectionCode.BONUS_EXPIRED;
import static io.carat.core.decision.RejectionCode.BONUS_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.INSUFFICIENT_FUNDS;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketEvent.BonusEnded;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.catalogue.CatalogueEvent.BrandSuspended;
import io.carat.core.control.BrandControlCommand.SuspendBrand;
import io.carat.core.coupon.Expiry;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Scope;
import io.carat.core.testing.LedgerScenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Bonuses that end before they are wagered, and those that wait for it (rule book §3, §4). */
class BonusEndTest {

    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(1));
    private static final Duration LATE = Duration.ofHours(1);

    private final LedgerScenario play = LedgerScenario.split();

    @Test
    void forfeitsWhatIsAvailableWhenItIsCancelled() {
        String id = play.grant("CASINO_BONUS", 10_000, null);
        play.accepts(() -> play.bet("b1", "slots-1", 4_000, null));
        int before = play.size();
        BonusCancelledAnswer answer = (BonusCancelledAnswer) ((Outcome.Done) play.cancel(id)).answer();
        assertThat(answer).isEqualTo(new BonusCancelledAnswer(id, "CANCELLED", "CASINO_BONUS", 6_000, "KRW"));
        assertThat(movements(before)).isEqualTo("BONUS_FORFEIT 6000");
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 0+4000");
        assertThat(play.rolling()).isEmpty();
        assertThat(play.bonusOf(id).status()).isEqualTo(BonusStatus.CANCELLED);
    }

    @Test
    void restoresAHeldLegExactlyAndForfeitsItThen() {
        String id = play.grant("CASINO_BONUS", 10_000, null);
        play.accepts(() -> play.bet("b1", "slots-1", 4_000, null));
        play.accepts(() -> play.cancel(id));
        int before = play.size();
        play.accepts(() -> play.rollback("b1", "t1"));
        assertThat(movements(before)).isEqualTo("STAKE_REFUND 4000, BONUS_FORFEIT 4000");
        assertThat(play.balances()).isEmpty();
    }

    @Test
    void paysWinsOfAForfeitedBonusToNobody() {
        String id = play.grant("CASINO_BONUS", 10_000, null);
        play.accepts(() -> play.bet("b1", "slots-1", 4_000, null));
        play.accepts(() -> play.cancel(id));
        int before = play.size();
        play.accepts(() -> play.settle("b1", "t1", 20_000));
        assertThat(movements(before)).isEqualTo("STAKE_TAKEN 4000");
        assertThat(play.balances()).isEmpty();
    }

    @Test
    void cancelsOnce() {
        String id = play.grant("CASINO_BONUS", 10_000, null);
        play.accepts(() -> play.cancel(id));
        Object cancel = play.lastSent();
        assertThat(told(play.send(cancel))).isEqualTo("REPLAYED");
        play.refuses(BONUS_ENDED, () -> play.cancel(id));
    }

    @Test
    void cancelsNothingThatIsUnknownOrOutOfReach() {
        String id = play.grant("CASINO_BONUS", 10_000, null);
        play.refuses(BONUS_NOT_FOUND, () -> play.cancel("acme.bonus.00000000000000000000000000000000"));
        play.refuses(BONUS_NOT_FOUND, () -> play.cancel("nonsense"));
        Scope other = new Scope("beta", java.util.Set.of());
        play.refuses(
                BONUS_NOT_FOUND,
                () -> play.send(new CancelBonus(play.fresh(), other, id, new AuditNote("ann", "not hers"))));
        play.refuses(BONUS_NOT_FOUND, () -> play.send(new ReadBonus(other, id)));
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 10000+0");
    }

    @Test
    void cancelsNoBonusThatWasWagered() {
        play.accepts(() -> play.bonus("CASINO_BONUS", 1_000, 10_000, null));
        String id = ((GrantBonus) play.lastSent()).bonusId();
        play.accepts(() -> play.bet("b1", "slots-1", 1_000, null));
        play.accepts(() -> play.settle("b1", "t1", 1_500));
        play.refuses(BONUS_ENDED, () -> play.cancel(id));
        assertThat(play.bonusOf(id).status()).isEqualTo(BonusStatus.COMPLETED);
        assertThat(play.bonusOf(id).converted()).isEqualTo(1_500);
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 1500+0");
    }

    @Test
    void betsWithNothingOfABonusFromTheInstantAtWhichItExpires() {
        play.grant("SPORTS_BONUS", 10_000, END);
        play.ledger().passTime(LATE.minusNanos(1_000));
        play.accepts(() -> play.bet("b1", 1_000));
        play.ledger().passTime(Duration.ofNanos(1_000));
        play.refuses(INSUFFICIENT_FUNDS, () -> play.bet("b2", 1_000));
        assertThat(play.balances()).as("a refusal appends nothing").isEqualTo("SPORTS_BONUS 9000+1000");
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 5_000));
        int before = play.size();
        play.accepts(() -> play.bet("b3", 1_000));
        assertThat(movements(before)).isEqualTo("BONUS_FORFEIT 9000, STAKE 1000");
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 4000+1000, SPORTS_BONUS 0+1000");
    }

    @Test
    void expiresInTheMiddleOfABet() {
        String id = play.grant("SPORTS_BONUS", 10_000, END);
        play.accepts(() -> play.bet("b1", "sports-1", 4_000, 2_000));
        play.ledger().passTime(LATE);
        int before = play.size();
        play.accepts(() -> play.settle("b1", "t1", 8_000));
        assertThat(movements(before)).isEqualTo("BONUS_FORFEIT 6000, STAKE_TAKEN 4000");
        assertThat(play.bonusOf(id).status()).isEqualTo(BonusStatus.EXPIRED);
        assertThat(play.balances()).isEmpty();
    }

    @Test
    void expiresOnceWhenTheJobAsks() {
        String id = play.grant("SPORTS_BONUS", 10_000, END);
        play.accepts(() -> play.send(new ExpireBonus(id)));
        assertThat(play.balances()).as("before its time").isEqualTo("SPORTS_BONUS 10000+0");
        play.ledger().passTime(LATE);
        play.accepts(() -> play.send(new ExpireBonus(id)));
        int after = play.size();
        play.accepts(() -> play.send(new ExpireBonus(id)));
        assertThat(play.size()).isEqualTo(after);
        assertThat(play.balances()).isEmpty();
        assertThat(play.bonusOf(id).status()).isEqualTo(BonusStatus.EXPIRED);
        play.refuses(BONUS_NOT_FOUND, () -> play.send(new ExpireBonus("acme.bonus.0")));
    }

    @Test
    void leavesBonusesOfASuspendedBrandAlone() {
        String id = play.grant("SPORTS_BONUS", 10_000, END);
        play.ledger().passTime(LATE);
        play.accepts(() -> play.send(new SuspendBrand(LedgerScenario.BRAND, new AuditNote("ann", "pause"))));
        assertThat(play.since(0)).anyMatch(BrandSuspended.class::isInstance);
        assertThat(told(play.send(new ExpireBonus(id)))).isEqualTo("MAINTENANCE");
        assertThat(play.balances()).isEqualTo("SPORTS_BONUS 10000+0");
    }

    @Test
    void readsADateAloneAsTheEndOfThatDay() {
        GrantBonus grant = new GrantBonus(
                play.fresh(),
                LedgerScenario.BRAND,
                LedgerScenario.PLAYER,
                "SPORTS_BONUS",
                LedgerScenario.money(1_000),
                null,
                null,
                new Expiry(null, LocalDate.of(2026, 2, 1)),
                null);
        play.accepts(() -> play.send(grant));
        assertThat(play.bonusOf(grant.bonusId()).expiresAt()).isEqualTo(Instant.parse("2026-02-02T00:00:00Z"));
    }

    @Test
    void grantsNothingThatIsOverAlready() {
        GrantBonus grant = new GrantBonus(
                play.fresh(),
                LedgerScenario.BRAND,
                LedgerScenario.PLAYER,
                "SPORTS_BONUS",
                LedgerScenario.money(1_000),
                null,
                null,
                new Expiry(START, null),
                null);
        play.refuses(BONUS_EXPIRED, () -> play.send(grant));
    }

    @Test
    void fundsTheNextBonusOnceTheOneBeforeIsWagered() {
        play.accepts(() -> play.bonus("CASINO_BONUS", 1_000, 10_000, null));
        String next = play.grant("CASINO_BONUS", 2_000, null);
        String last = play.grant("CASINO_BONUS", 3_000, null);
        assertThat(play.bonusOf(next).status()).isEqualTo(BonusStatus.QUEUED);
        assertThat(play.balances()).as("unfunded").isEqualTo("CASINO_BONUS 1000+0");
        play.accepts(() -> play.bet("b1", "slots-1", 1_000, null));
        play.accepts(() -> play.settle("b1", "t1", 1_500));
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 2000+0, WITHDRAWABLE 1500+0");
        assertThat(play.rolling()).isEqualTo("CASINO_BONUS 0/20000");
        assertThat(play.bonusOf(next).status()).isEqualTo(BonusStatus.ACTIVE);
        assertThat(play.bonusOf(last).status()).isEqualTo(BonusStatus.QUEUED);
    }

    @Test
    void countsNoBetThatWasPlacedBeforeABonusWasFunded() {
        play.accepts(() -> play.deposit("CASINO_NORMAL", 50_000));
        String first = play.grant("CASINO_BONUS", 1_000, null);
        play.grant("CASINO_BONUS", 2_000, null);
        play.accepts(() -> play.bet("early", "slots-1", 1_000, null));
        play.accepts(() -> play.cancel(first));
        assertThat(play.balances()).isEqualTo("CASINO_NORMAL 50000+0, CASINO_BONUS 2000+1000");
        play.accepts(() -> play.settle("early", "t1", 0));
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/50000, CASINO_BONUS 0/20000");
        play.accepts(() -> play.bet("later", "slots-1", 500, null));
        play.accepts(() -> play.settle("later", "t2", 0));
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/50000, CASINO_BONUS 500/20000");
    }

    @Test
    void followsABonusThatRanLow() {
        String first = play.grant("CASINO_BONUS", 1_000, null);
        String next = play.grant("CASINO_BONUS", 400, null);
        play.accepts(() -> play.bet("b1", "slots-1", 800, null));
        int before = play.size();
        play.accepts(() -> play.settle("b1", "t1", 0));
        assertThat(movements(before)).isEqualTo("STAKE_TAKEN 800, LOW_BALANCE_RESIDUE 200, BONUS_GRANT 400");
        assertThat(play.bonusOf(first).status()).isEqualTo(BonusStatus.LOW_BALANCE);
        assertThat(play.bonusOf(next).status())
                .as("what this settlement funded, it does not test for a low balance")
                .isEqualTo(BonusStatus.ACTIVE);
    }

    @Test
    void removesABonusThatWaits() {
        play.grant("CASINO_BONUS", 1_000, null);
        String next = play.grant("CASINO_BONUS", 2_000, null);
        int before = play.size();
        play.accepts(() -> play.cancel(next));
        assertThat(movements(before)).isEmpty();
        assertThat(play.bonusOf(next).status()).isEqualTo(BonusStatus.CANCELLED);
        play.refuses(BONUS_ENDED, () -> play.cancel(next));
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 1000+0");
    }

    @Test
    void skipsABonusThatExpiredWhileItWaited() {
        String first = play.grant("CASINO_BONUS", 1_000, null);
        String stale = play.grant("CASINO_BONUS", 2_000, END);
        String next = play.grant("CASINO_BONUS", 3_000, END.plus(LATE));
        play.ledger().passTime(LATE);
        play.accepts(() -> play.cancel(first));
        assertThat(play.bonusOf(stale).status()).isEqualTo(BonusStatus.EXPIRED);
        assertThat(play.bonusOf(next).status()).isEqualTo(BonusStatus.ACTIVE);
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 3000+0");
        assertThat(play.since(0).stream().filter(BonusEnded.class::isInstance)).hasSize(1);
    }

    @Test
    void boundsTheQueue() {
        for (int bonus = 0; bonus <= BonusGranting.MAX_QUEUED; bonus++) {
            play.accepts(() -> play.bonus("CASINO_BONUS", 1_000));
        }
        play.refuses(BONUS_ALREADY_ACTIVE, () -> play.bonus("CASINO_BONUS", 1_000));
        play.accepts(() -> play.bonus("SPORTS_BONUS", 1_000));
        assertThat(play.balances()).isEqualTo("SPORTS_BONUS 1000+0, CASINO_BONUS 1000+0");
    }

    @Test
    void convertsAWaitingBonusThatOwesNothingAndGoesOn() {
        String first = play.grant("CASINO_BONUS", 1_000, null);
        play.accepts(() -> play.bonus("CASINO_BONUS", 500, 0, null));
        String last = play.grant("CASINO_BONUS", 2_000, null);
        play.accepts(() -> play.cancel(first));
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 2000+0, WITHDRAWABLE 500+0");
        assertThat(play.bonusOf(last).status()).isEqualTo(BonusStatus.ACTIVE);
    }

    private String movements(int since) {
        return play.since(since).stream()
                .filter(Posted.class::isInstance)
                .map(event -> ((Posted) event).posting())
                .map(posting -> posting.reason() + " " + posting.amountMinor())
                .collect(Collectors.joining(", "));
    }
}
