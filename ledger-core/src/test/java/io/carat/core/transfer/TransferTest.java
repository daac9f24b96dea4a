package io.carat.core.transfer;

import static io.carat.core.decision.RejectionCode.*;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.bucket.BucketEvent.RequirementReopened;
import io.carat.core.catalogue.CatalogueEvent.BrandSuspended;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import io.carat.core.control.BrandControlCommand;
import io.carat.core.control.PlayerControlCommand;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.carat.core.money.Money;
import io.carat.core.policy.Policy;
import io.carat.core.policy.TransferLimits;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.testing.InMemoryLedger;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.transfer.TransferEvent.TransferMade;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfers between NORMAL buckets, with bets before, between and after them (rule book §4, §8, §12 case 32). */
class TransferTest {

    private static final String SPORTS = "SPORTS_NORMAL";
    private static final String CASINO = "CASINO_NORMAL";
    private static final AuditNote AUDIT = new AuditNote("ann", "as agreed");

    private LedgerScenario play = LedgerScenario.split();

    @AfterEach
    void theBooksHold() {
        new LedgerAudit().follow(play.ledger().events());
    }

    private void has(String balances, String rolling) {
        assertThat(play.balances()).isEqualTo(balances);
        assertThat(play.rolling()).isEqualTo(rolling);
    }

    @Test
    void case32HeldLegsCountInWhatTheMoneyWas() {
        play = LedgerScenario.under(
                SeedsForTest.split(),
                SeedsForTest.with(SeedsForTest.policy("SPORTS"), SeedsForTest.depositRolling(20_000)),
                SeedsForTest.policy("CASINO"));
        play.accepts(() -> play.deposit(SPORTS, 50_000));
        play.accepts(() -> play.bet("b1", 20_000));
        play.accepts(() -> play.transfer(SPORTS, CASINO, 30_000));
        has("SPORTS_NORMAL 0+20000, CASINO_NORMAL 30000+0", "SPORTS_NORMAL 0/40000, CASINO_NORMAL 0/60000");
        assertThat(play.snapshot().rolling())
                .extracting(open -> open.status())
                .containsExactly(RequirementStatus.PENDING, RequirementStatus.PENDING);
        assertThat(play.snapshot().rolling().getFirst().moved()).isEqualTo(60_000);
        assertThat(play.snapshot().rolling().getLast().parent())
                .isEqualTo(play.snapshot().rolling().getFirst().requirementId());
    }

    @Test
    void tellsWhatMovedAndReadsItAgain() {
        play.accepts(() -> play.deposit(SPORTS, 80_000));
        MakeTransfer command = play.transferOf(SPORTS, CASINO, 20_000);
        TransferAnswer answer = answer(play.send(command));
        assertThat(answer.transferId()).isEqualTo(command.transferId());
        assertThat(answer.status()).isEqualTo("DONE");
        assertThat(answer.moved()).isEqualTo(20_000);
        assertThat(answer.policy()).isEqualTo(SeedsForTest.policy("CASINO").ref());
        assertThat(answer.requirements().getFirst().left()).isEqualTo(60_000);
        assertThat(answer(play.send(new ReadTransfer(Scope.EVERYTHING, command.transferId()))))
                .isEqualTo(answer);
        for (Scope scope : List.of(Scope.EVERYTHING, new Scope("other", java.util.Set.of()))) {
            String id = scope.equals(Scope.EVERYTHING)
                    ? "acme.transfer.00000000000000000000000000000000"
                    : command.transferId();
            play.refuses(TRANSFER_NOT_FOUND, () -> play.send(new ReadTransfer(scope, id)));
        }
    }

    private static TransferAnswer answer(Outcome outcome) {
        return (TransferAnswer) ((Outcome.Done) outcome).answer();
    }

    @Test
    void movesARequirementWholeWithAllTheMoney() {
        play.accepts(() -> play.deposit(SPORTS, 10_000));
        play.accepts(() -> play.transfer(SPORTS, CASINO, 10_000));
        has("CASINO_NORMAL 10000+0", "CASINO_NORMAL 0/10000");
        play.accepts(() -> play.transfer(CASINO, SPORTS, 10_000));
        has("SPORTS_NORMAL 10000+0", "SPORTS_NORMAL 0/10000");
    }

    @Test
    void keepsTheChildApartFromTheRequirementsOfTheTarget() {
        play.accepts(() -> play.deposit(CASINO, 5_000));
        play.accepts(() -> play.deposit(SPORTS, 10_000));
        play.accepts(() -> play.transfer(SPORTS, CASINO, 5_000));
        has(
                "SPORTS_NORMAL 5000+0, CASINO_NORMAL 10000+0",
                "SPORTS_NORMAL 0/5000, CASINO_NORMAL 0/5000, CASINO_NORMAL 0/5000");
    }

    @Test
    void countsNoBetOfTheTargetThatWasPlacedBeforeTheTransferToTheChild() {
        play.accepts(() -> play.deposit(SPORTS, 10_000));
        play.accepts(() -> play.deposit(CASINO, 4_000));
        play.accepts(() -> play.bet("late", "slots-1", 4_000, null));
        play.accepts(() -> play.transfer(SPORTS, CASINO, 5_000));
        play.accepts(() -> play.settle("late", "t1", 0));
        has("SPORTS_NORMAL 5000+0, CASINO_NORMAL 5000+0", "SPORTS_NORMAL 0/5000, CASINO_NORMAL 0/5000");
    }

    @Test
    void doesNotTestLowBalance() {
        play.accepts(() -> play.deposit(SPORTS, 10_000));
        play.accepts(() -> play.transfer(SPORTS, CASINO, 9_900));
        has("SPORTS_NORMAL 100+0, CASINO_NORMAL 9900+0", "SPORTS_NORMAL 0/100, CASINO_NORMAL 0/9900");
    }

    @Test
    void sweepsThePayoutOfALegWhoseRequirementMovedAway() {
        play.accepts(() -> play.deposit(SPORTS, 1_000));
        play.accepts(() -> play.bet("b1", 999));
        play.accepts(() -> play.settle("b1", "t1", 2_000));
        has("SPORTS_NORMAL 2001+0", "SPORTS_NORMAL 999/1000");
        play.accepts(() -> play.bet("b2", 2_000));
        play.accepts(() -> play.transfer(SPORTS, CASINO, 1));
        has("SPORTS_NORMAL 0+2000, CASINO_NORMAL 1+0", "CASINO_NORMAL 0/1");
        play.accepts(() -> play.settle("b2", "t2", 3_000));
        has("CASINO_NORMAL 1+0, WITHDRAWABLE 3000+0", "CASINO_NORMAL 0/1");
    }

    /** What the void of a bet takes back is to be wagered again wherever the rest is by then; the order does not matter. */
    @ParameterizedTest(name = "{0} move of what is there, void {1}")
    @CsvSource({
        "6000, before, 'SPORTS_NORMAL 4000+0, CASINO_NORMAL 6000+0', 'SPORTS_NORMAL 0/4000, CASINO_NORMAL 0/6000'",
        "6000, after, 'SPORTS_NORMAL 4000+0, CASINO_NORMAL 6000+0', 'SPORTS_NORMAL 0/4000, CASINO_NORMAL 0/6000'",
        "3000, before, 'SPORTS_NORMAL 7000+0, CASINO_NORMAL 3000+0', 'SPORTS_NORMAL 0/7000, CASINO_NORMAL 0/3000'",
        "3000, after, 'SPORTS_NORMAL 7000+0, CASINO_NORMAL 3000+0', 'SPORTS_NORMAL 0/7000, CASINO_NORMAL 0/3000'"
    })
    void restoresExactlyWhatAVoidBetHadCounted(long amount, String voided, String balances, String rolling) {
        play.accepts(() -> play.deposit(SPORTS, 10_000));
        play.accepts(() -> play.bet("b1", 4_000));
        play.accepts(() -> play.settle("b1", "t1", 0));
        has("SPORTS_NORMAL 6000+0", "SPORTS_NORMAL 4000/10000");
        if (voided.equals("before")) {
            play.accepts(() -> play.voidBet("b1", "v1", null));
        }
        play.accepts(() -> play.transfer(SPORTS, CASINO, amount));
        if (voided.equals("after")) {
            int before = play.size();
            play.accepts(() -> play.voidBet("b1", "v1", null));
            assertThat(play.since(before)).noneMatch(RequirementImposed.class::isInstance);
            assertThat(play.since(before).stream().filter(RequirementReopened.class::isInstance))
                    .hasSize(amount == 6_000 ? 1 : 0);
        }
        has(balances, rolling);
    }

    @Test
    void reopensOnceForEveryBetThatHadCounted() {
        play.accepts(() -> play.deposit(SPORTS, 10_000));
        for (int bet = 1; bet <= 3; bet++) {
            String name = "b" + bet;
            play.accepts(() -> play.bet(name, 1_000));
            play.accepts(() -> play.settle(name, "t-" + name, 0));
        }
        play.accepts(() -> play.transfer(SPORTS, CASINO, 7_000));
        has("CASINO_NORMAL 7000+0", "CASINO_NORMAL 0/7000");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        has("SPORTS_NORMAL 1000+0, CASINO_NORMAL 7000+0", "SPORTS_NORMAL 2000/3000, CASINO_NORMAL 0/7000");
        play.accepts(() -> play.transfer(SPORTS, CASINO, 1_000));
        has("CASINO_NORMAL 8000+0", "CASINO_NORMAL 0/7000, CASINO_NORMAL 0/1000");
        play.accepts(() -> play.voidBet("b2", "v2", null));
        play.accepts(() -> play.voidBet("b3", "v3", null));
        has(
                "SPORTS_NORMAL 2000+0, CASINO_NORMAL 8000+0",
                "SPORTS_NORMAL 0/2000, CASINO_NORMAL 0/7000, CASINO_NORMAL 0/1000");
    }

    @Test
    void takesBackWhatABetHadCountedToAChildThatMovedOn() {
        play.accepts(() -> play.deposit(SPORTS, 10_000));
        play.accepts(() -> play.transfer(SPORTS, CASINO, 10_000));
        play.accepts(() -> play.bet("b1", "slots-1", 4_000, null));
        play.accepts(() -> play.settle("b1", "t1", 0));
        play.accepts(() -> play.transfer(CASINO, SPORTS, 6_000));
        has("SPORTS_NORMAL 6000+0", "SPORTS_NORMAL 0/6000");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        has("SPORTS_NORMAL 6000+0, CASINO_NORMAL 4000+0", "SPORTS_NORMAL 0/6000, CASINO_NORMAL 0/4000");
    }

    @Test
    void asksAgainForWhatWasReleasedAfterAPartMoved() {
        play.accepts(() -> play.deposit(SPORTS, 10_000));
        play.accepts(() -> play.transfer(SPORTS, CASINO, 6_000));
        play.accepts(() -> play.bet("b1", 4_000));
        play.accepts(() -> play.settle("b1", "t1", 4_000));
        has("CASINO_NORMAL 6000+0, WITHDRAWABLE 4000+0", "CASINO_NORMAL 0/6000");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        has("CASINO_NORMAL 6000+0, WITHDRAWABLE 4000+0", "SPORTS_NORMAL 0/4000, CASINO_NORMAL 0/6000");
        assertThat(play.snapshot().rolling().getFirst().kind()).isEqualTo(RequirementKind.CORRECTION);
    }

    @Test
    void leavesWhatMovedWhenTheToNormalPayoutIsCorrected() {
        Policy toNormal = SeedsForTest.with(SeedsForTest.policy("SPORTS"), WithdrawablePolicy.FIRST_TO_NORMAL);
        play = LedgerScenario.splitWith(toNormal);
        play.accepts(() -> play.deposit(CASINO, 1_000));
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 8_000));
        has("SPORTS_NORMAL 8000+0", "SPORTS_NORMAL 0/8000");
        play.accepts(() -> play.transfer(SPORTS, CASINO, 6_000));
        has("SPORTS_NORMAL 2000+0, CASINO_NORMAL 6000+0", "SPORTS_NORMAL 0/2000, CASINO_NORMAL 0/6000");
        play.accepts(() -> play.correct("b1", "c1", "t1", 7_500));
        has("SPORTS_NORMAL 1500+0, CASINO_NORMAL 6000+0", "SPORTS_NORMAL 0/1500, CASINO_NORMAL 0/6000");
        play.accepts(() -> play.correct("b1", "c2", "t1", 9_000));
        has("SPORTS_NORMAL 3000+0, CASINO_NORMAL 6000+0", "SPORTS_NORMAL 0/3000, CASINO_NORMAL 0/6000");
        play.accepts(() -> play.correct("b1", "c3", "t1", 6_000));
        has("CASINO_NORMAL 6000+0", "CASINO_NORMAL 0/6000");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/6000");
        assertThat(play.receivables()).as("6000 less the stake that came back").containsExactly(5_000L);
    }

    @Test
    void countsNothingThatMovedAsWageredWhenARecalculationEndsTheRest() {
        Policy toNormal = SeedsForTest.with(SeedsForTest.policy("SPORTS"), WithdrawablePolicy.FIRST_TO_NORMAL);
        play = LedgerScenario.splitWith(toNormal);
        play.accepts(() -> play.deposit(CASINO, 1_000));
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 8_000));
        play.accepts(() -> play.bet("b2", 1_000));
        play.accepts(() -> play.settle("b2", "t2", 1_000));
        has("SPORTS_NORMAL 8000+0", "SPORTS_NORMAL 1000/8000");
        play.accepts(() -> play.transfer(SPORTS, CASINO, 6_400));
        has("SPORTS_NORMAL 1600+0, CASINO_NORMAL 6400+0", "SPORTS_NORMAL 1000/2400, CASINO_NORMAL 0/5600");
        play.accepts(() -> play.correct("b1", "c1", "t1", 1_000));
        int before = play.size();
        play.accepts(() -> play.voidBet("b2", "v1", null));
        assertThat(play.since(before)).as("b2 had released nothing").noneMatch(RequirementImposed.class::isInstance);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource({
        "SPORTS_NORMAL, SPORTS_NORMAL, 1, SAME_BUCKET",
        "SPORTS_NORMAL, COMMON_NORMAL, 1, TOPOLOGY_MISMATCH",
        "COMMON_NORMAL, SPORTS_NORMAL, 1, TOPOLOGY_MISMATCH",
        "SPORTS_NORMAL, WITHDRAWABLE, 1, PAIR_NOT_ALLOWED",
        "POINTS, SPORTS_NORMAL, 1, PAIR_NOT_ALLOWED",
        "SPORTS_NORMAL, CASINO_NORMAL, 0, AMOUNT_INVALID",
        "SPORTS_NORMAL, CASINO_NORMAL, -1, AMOUNT_INVALID",
        "SPORTS_NORMAL, CASINO_NORMAL, 1000000000000001, AMOUNT_INVALID",
        "SPORTS_NORMAL, CASINO_NORMAL, 99, BELOW_MIN",
        "SPORTS_NORMAL, CASINO_NORMAL, 50001, ABOVE_MAX",
        "SPORTS_NORMAL, CASINO_NORMAL, 10001, INSUFFICIENT_FUNDS",
        "CASINO_NORMAL, SPORTS_NORMAL, 1, INSUFFICIENT_FUNDS"
    })
    void refuses(String from, String to, long amount, RejectionCode code) {
        play = LedgerScenario.under(
                SeedsForTest.split(),
                SeedsForTest.policy("SPORTS"),
                SeedsForTest.with(SeedsForTest.policy("CASINO"), new TransferLimits(100, 50_000)));
        play.accepts(() -> play.deposit(SPORTS, 10_000));
        MakeTransfer command = play.transferOf(from, to, amount);
        play.refuses(code, () -> play.send(command));
        assertThat(told(play.send(command))).isEqualTo(code + (code.stored() ? " REPLAYED" : ""));
        has("SPORTS_NORMAL 10000+0", "SPORTS_NORMAL 0/10000");
    }

    @Test
    void refusesAWalletThatWasNotOpened() {
        play.refuses(CURRENCY_MISMATCH, () -> play.transfer(SPORTS, CASINO, 1));
        play.accepts(() -> play.deposit(SPORTS, 10));
        for (String currency : List.of("EUR", "JPY")) {
            play.refuses(
                    CURRENCY_MISMATCH,
                    () -> play.send(new MakeTransfer(
                            play.fresh(),
                            "acme",
                            LedgerScenario.PLAYER,
                            TransferEnds.ofBuckets(SPORTS, CASINO),
                            new Money(1, currency))));
        }
    }

    @Test
    void refusesABrandThatIsNotThere() {
        play.refuses(
                BRAND_NOT_FOUND,
                () -> play.send(new MakeTransfer(
                        play.fresh(),
                        "none",
                        LedgerScenario.PLAYER,
                        TransferEnds.ofBuckets(SPORTS, CASINO),
                        LedgerScenario.money(1))));
    }

    @Test
    void refusesWhatStaffHasFrozenButNotTheExcluded() {
        play.accepts(() -> play.deposit(SPORTS, 10));
        play.accepts(
                () -> play.send(new PlayerControlCommand.ExcludePlayer("acme", LedgerScenario.PLAYER, null, AUDIT)));
        play.accepts(() -> play.transfer(SPORTS, CASINO, 1));
        play.accepts(() -> play.send(new PlayerControlCommand.FreezePlayer("acme", LedgerScenario.PLAYER, AUDIT)));
        MakeTransfer command = play.transferOf(SPORTS, CASINO, 1);
        play.refuses(PLAYER_FROZEN, () -> play.send(command));
        play.accepts(() -> play.send(new PlayerControlCommand.UnfreezePlayer("acme", LedgerScenario.PLAYER, AUDIT)));
        play.accepts(() -> play.send(command));
    }

    @Test
    void refusesWhileTheBrandTakesNoNewBusiness() {
        play.accepts(() -> play.deposit(SPORTS, 10));
        play.accepts(() -> play.send(new BrandControlCommand.SuspendBrand("acme", AUDIT)));
        assertThat(play.ledger().events()).hasAtLeastOneElementOfType(BrandSuspended.class);
        MakeTransfer command = play.transferOf(SPORTS, CASINO, 1);
        play.refuses(MAINTENANCE, () -> play.send(command));
        play.accepts(() -> play.send(new BrandControlCommand.ResumeBrand("acme", AUDIT)));
        play.accepts(() -> play.send(command));
    }

    @Test
    void refusesWhileTheWalletOwes() {
        play.accepts(() -> play.deposit(SPORTS, 1_000));
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 2_000));
        play.accepts(() -> play.bet("b2", 2_000));
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));
        play.accepts(() -> play.deposit(SPORTS, 1_000));
        play.refuses(OPEN_RECEIVABLE, () -> play.transfer(SPORTS, CASINO, 1));
    }

    @Test
    void answersTheSameTransferOnceAndNoOtherUnderItsKey() {
        play.accepts(() -> play.deposit(SPORTS, 10_000));
        MakeTransfer command = play.transferOf(SPORTS, CASINO, 4_000);
        Outcome first = play.send(command);
        int size = play.size();
        assertThat(told(play.send(command))).isEqualTo("REPLAYED");
        assertThat(answer(play.send(command))).isEqualTo(answer(first));
        play.refuses(
                IDEMPOTENCY_MISMATCH,
                () -> play.send(new MakeTransfer(
                        new RequestKey(command.request().key(), "another"),
                        "acme",
                        LedgerScenario.PLAYER,
                        command.ends(),
                        LedgerScenario.money(1))));
        assertThat(play.size()).isEqualTo(size);
        List<LedgerEvent> made = play.ledger().events().stream()
                .filter(TransferMade.class::isInstance)
                .toList();
        assertThat(made).hasSize(1);
        has("SPORTS_NORMAL 6000+0, CASINO_NORMAL 4000+0", "SPORTS_NORMAL 0/6000, CASINO_NORMAL 0/4000");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void movesNothingBetweenProductsThatShareTheirBucket(boolean toCasino) {
        play = LedgerScenario.under(
                SeedsForTest.unified(), SeedsForTest.policy("SPORTS"), SeedsForTest.policy("CASINO"));
        TransferEnds ends =
                toCasino ? TransferEnds.ofProducts("SPORTS", "LIVE") : TransferEnds.ofProducts("LIVE", "SPORTS");
        play.accepts(() -> play.deposit("COMMON_NORMAL", 10_000));
        MakeTransfer command =
                new MakeTransfer(play.fresh(), "acme", LedgerScenario.PLAYER, ends, LedgerScenario.money(99_999));
        int before = play.size();
        Outcome outcome = play.send(command);
        assertThat(((Outcome.Done) outcome).answer()).isEqualTo(new TransferNoop("NOOP", "UNIFIED_SINGLE_NORMAL", 0));
        assertThat(play.since(before)).as("only its key is used").hasSize(1);
        assertThat(told(play.send(command))).isEqualTo("REPLAYED");
        has("COMMON_NORMAL 10000+0", "COMMON_NORMAL 0/10000");
    }

    @Test
    void refusesWhatNoTopologyOrPolicyIsThereFor() {
        InMemoryLedger bare = new InMemoryLedger();
        bare.send(new DefineBrand("acme", List.of("KRW"), "UTC"));
        assertThat(told(bare.send(play.transferOf(SPORTS, CASINO, 1)))).isEqualTo("POLICY_UNRESOLVED");
        play = LedgerScenario.under(SeedsForTest.split(), SeedsForTest.policy("SPORTS"));
        play.accepts(() -> play.deposit(SPORTS, 10));
        play.refuses(POLICY_UNRESOLVED, () -> play.transfer(SPORTS, CASINO, 1));
    }
}
