package io.carat.projection.bet;

import static io.carat.projection.testing.WalletScript.bucket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.bet.BetEvent;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetCashedOut;
import io.carat.core.bet.BetEvent.BetCorrected;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetRolledBack;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bet.BetEvent.BetVoided;
import io.carat.core.bet.BetResult;
import io.carat.core.bet.Leg;
import io.carat.core.bet.LegAmount;
import io.carat.core.money.Money;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PolicyRef;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.Recorded;
import io.carat.projection.testing.WalletScript;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BetProjectionTest {

    private static final String BET = "acme.bet.1";
    private static final List<LegAmount> STAKES = List.of(new LegAmount(1, 2_500), new LegAmount(2, 7_500));

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final WalletScript script = new WalletScript();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void showsAnAuthorizedBetWithItsFunding() {
        project(authorized());

        assertThat(bet())
                .containsEntry("status", "AUTHORIZED")
                .containsEntry("stake_minor", 10_000L)
                .containsEntry("topology_code", "RUBY_SPLIT_V1")
                .containsEntry("policy_code", "SPORTS")
                .containsEntry("odds_milli", 1_850)
                .containsEntry("payout_minor", 0L);
        assertThat(bet().get("funding")).hasToString("""
            [{"leg": 1, "stake": 2500, "bucket": "SPORTS_BONUS", "payout": 0, "source": "BONUS", "refunded": 0, \
            "cashedOut": 0}, \
            {"leg": 2, "stake": 7500, "bucket": "SPORTS_NORMAL", "payout": 0, "source": "NORMAL", "refunded": 0, \
            "cashedOut": 0}]\
            """);
    }

    @Test
    void addsUpSeveralSettlements() {
        project(authorized(), settled(false), settled(true));

        assertThat(bet()).containsEntry("status", "SETTLED").containsEntry("payout_minor", 40_000L);
        assertThat(leg(2)).containsEntry("payout_minor", 30_000L).containsEntry("refunded_minor", 0L);
    }

    @Test
    void countsAPushAsStakeGivenBackAndNotAsAPayout() {
        project(authorized(), new BetSettled(BET, "t-1", BetResult.PUSH, 10_000, List.of(), STAKES, List.of(), true));

        assertThat(bet()).containsEntry("payout_minor", 0L).containsEntry("refunded_minor", 10_000L);
    }

    @Test
    void staysOpenAfterAPartialSettlement() {
        project(authorized(), settled(false));

        assertThat(bet()).containsEntry("status", "PARTIALLY_SETTLED");
    }

    @Test
    void showsWhatARollbackGaveBack() {
        project(authorized(), new BetRolledBack(BET, "t-1", STAKES));

        assertThat(bet()).containsEntry("status", "ROLLED_BACK").containsEntry("refunded_minor", 10_000L);
        assertThat(leg(1)).containsEntry("refunded_minor", 2_500L);
    }

    @Test
    void showsAVoid() {
        project(authorized(), new BetVoided(BET, "t-1", STAKES, List.of()));

        assertThat(bet()).containsEntry("status", "VOIDED").containsEntry("refunded_minor", 10_000L);
    }

    @Test
    void showsACashOut() {
        List<LegAmount> closed = List.of(new LegAmount(1, 1_000), new LegAmount(2, 3_000));
        List<LegAmount> prices = List.of(new LegAmount(1, 1_250), new LegAmount(2, 3_750));
        project(authorized(), new BetCashedOut(BET, "t-1", closed, prices, false));

        assertThat(bet())
                .containsEntry("status", "PARTIALLY_SETTLED")
                .containsEntry("payout_minor", 5_000L)
                .containsEntry("refunded_minor", 0L)
                .containsEntry("cashed_out_minor", 4_000L);
        assertThat(leg(2)).containsEntry("cashed_out_minor", 3_000L).containsEntry("payout_minor", 3_750L);
    }

    @Test
    void showsWhatACorrectionLeft() {
        List<LegAmount> paid = settled(true).payouts();
        project(
                authorized(),
                settled(true),
                new BetCorrected(BET, "t-3", "t-2", 4_000, paid, List.of(), List.of(new LegAmount(2, 4_000))));

        assertThat(bet()).containsEntry("status", "SETTLED").containsEntry("payout_minor", 4_000L);
        assertThat(leg(1)).containsEntry("payout_minor", 0L);
        assertThat(leg(2)).containsEntry("payout_minor", 4_000L);
    }

    @Test
    void showsAVoidOfASettledBet() {
        project(
                authorized(),
                settled(true),
                new BetVoided(BET, "t-3", STAKES, settled(true).payouts()));

        assertThat(bet())
                .containsEntry("status", "VOIDED")
                .containsEntry("payout_minor", 0L)
                .containsEntry("refunded_minor", 10_000L);
    }

    @Test
    void staysAuthorizedAfterAHalfVoid() {
        project(authorized(), new BetHalfVoided(BET, "t-1", List.of(new LegAmount(2, 500))));

        assertThat(bet()).containsEntry("status", "AUTHORIZED").containsEntry("refunded_minor", 500L);
        assertThat(leg(2)).containsEntry("refunded_minor", 500L);
    }

    @Test
    void showsATombstone() {
        project(new BetTombstoned(BET, "acme", "p-1", "KRW", "hub88", "b-1", "t-1"));

        assertThat(bet()).containsEntry("status", "TOMBSTONED").doesNotContainKeys("stake_minor", "policy_code");
    }

    @Test
    void changesNothingWhenEventsAreDeliveredAgain() {
        project(authorized(), settled(true));
        Map<String, Object> before = bet();

        database.project(script.events());

        assertThat(bet()).usingRecursiveComparison().isEqualTo(before);
        assertThat(leg(1)).containsEntry("payout_minor", 5_000L);
    }

    @Test
    void refusesAnEventThatDoesNotFollow() {
        assertThatThrownBy(() -> project(new BetVoided(BET, "t-1", STAKES, List.of())))
                .isInstanceOf(ProjectionGapException.class);
        script.append(authorized());
        script.append(settled(false));

        assertThatThrownBy(() -> database.project(script.events().getLast()))
                .isInstanceOf(ProjectionGapException.class);
    }

    @Test
    void takesABetThatIsAuthorizedAndSettledInOneBatch() {
        database.projectTogether(script.append(authorized())
                .append(settled(false))
                .append(settled(true))
                .events());

        assertThat(bet())
                .containsEntry("status", "SETTLED")
                .containsEntry("payout_minor", 40_000L)
                .containsEntry("position", 3L)
                .doesNotContainEntry("opened_at", bet().get("updated_at"));
        assertThat(leg(1)).containsEntry("payout_minor", 10_000L).containsEntry("stake_minor", 2_500L);
        assertThat(leg(2)).containsEntry("payout_minor", 30_000L);
    }

    @Test
    void keepsTheStatusThatALaterEventOfTheBatchDoesNotChange() {
        project(authorized());

        database.projectTogether(script.append(settled(false))
                .append(new BetHalfVoided(BET, "t-3", List.of(new LegAmount(2, 500))))
                .events()
                .subList(1, 3));

        assertThat(bet()).containsEntry("status", "PARTIALLY_SETTLED").containsEntry("refunded_minor", 500L);
        assertThat(leg(2)).containsEntry("payout_minor", 15_000L).containsEntry("refunded_minor", 500L);
    }

    @Test
    void changesNothingByDuplicatesInsideAndAcrossBatches() {
        List<Recorded> events = script.append(authorized())
                .append(settled(false))
                .append(settled(true))
                .events();
        database.projectTogether(events.subList(0, 2));

        database.projectTogether(Stream.of(events, events).flatMap(List::stream).toList());

        assertThat(bet()).containsEntry("status", "SETTLED").containsEntry("payout_minor", 40_000L);
        assertThat(leg(1)).containsEntry("payout_minor", 10_000L);
        assertThat(database.rows("SELECT leg FROM projection.wallet_bet_leg")).hasSize(2);
    }

    @Test
    void refusesABatchWithAGapInItAndKeepsNothingOfIt() {
        List<Recorded> events = script.append(authorized())
                .append(settled(false))
                .append(settled(false))
                .append(settled(true))
                .events();

        assertThatThrownBy(() -> database.projectTogether(List.of(events.get(0), events.get(1), events.get(3))))
                .isInstanceOf(ProjectionGapException.class)
                .hasMessageContaining("position 4");

        assertThat(database.rows("SELECT * FROM wallet_bet_authorization")).isEmpty();
        assertThat(database.rows("SELECT * FROM projection.wallet_bet_leg")).isEmpty();
    }

    @Test
    void refusesAnotherBetUnderAnIdThatIsTaken() {
        script.append(authorized());
        var again = new Recorded(2, 0, authorized());

        assertThatThrownBy(
                        () -> database.projectTogether(List.of(script.events().getFirst(), again)))
                .isInstanceOf(ProjectionGapException.class)
                .hasMessageContaining("position 2");
    }

    @Test
    void refusesToPayALegThatIsNotThere() {
        script.append(authorized()).append(new BetRolledBack(BET, "t-1", List.of(new LegAmount(3, 1))));

        assertThatThrownBy(() -> database.projectTogether(script.events()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("number=3");
    }

    private void project(BetEvent... events) {
        for (BetEvent event : events) {
            database.project(script.append(event).events().getLast());
        }
    }

    private Map<String, Object> bet() {
        return database.rows("SELECT * FROM wallet_bet_authorization").getFirst();
    }

    private Map<String, Object> leg(int number) {
        return database.rows("SELECT * FROM projection.wallet_bet_leg WHERE leg = " + number)
                .getFirst();
    }

    private static BetSettled settled(boolean closes) {
        return new BetSettled(
                BET,
                closes ? "t-2" : "t-1",
                BetResult.WIN,
                20_000,
                List.of(new LegAmount(1, 5_000), new LegAmount(2, 15_000)),
                List.of(),
                List.of(),
                closes);
    }

    private static BetAuthorized authorized() {
        return new BetAuthorized(
                BET,
                "acme",
                "p-1",
                "hub88",
                "b-1",
                "r-1",
                "sports-1",
                "SPORTS",
                new Money(10_000, "KRW"),
                1_850,
                List.of(
                        new Leg(
                                1,
                                FundingSource.BONUS,
                                bucket("p-1", "SPORTS_BONUS"),
                                "SPORTS_BONUS",
                                2_500,
                                "bonus-1"),
                        new Leg(2, FundingSource.NORMAL, bucket("p-1", "SPORTS_NORMAL"), "SPORTS_NORMAL", 7_500, null)),
                List.of(),
                WalletScript.TOPOLOGY,
                new PolicyRef("SPORTS", 1),
                0,
                "fingerprint",
                "acme.request.1",
                null);
    }
}
