package io.carat.projection.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.carat.core.points.PointsAnswer;
import io.carat.core.testing.LedgerScenario;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.reconciliation.Drift;
import io.carat.projection.reconciliation.DriftClass;
import io.carat.projection.reconciliation.Reconciliation;
import io.carat.projection.reconciliation.ReconciliationRun;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.Recorded;
import io.carat.projection.testing.WalletScript;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** Lots and expiries in SQL, as the events of a real ledger have them, and what the reconciliation says of them. */
class PointsTablesTest {

    private static final String BUCKET = "bucket:acme:player-1:PTS:RUBY_SPLIT_V1:POINTS";
    private static final String LOTS = "SELECT points, remaining, restores IS NOT NULL AS restored, reason"
            + " FROM wallet_points_lot ORDER BY position";
    private static final String EXPIRIES = "SELECT points, restored FROM wallet_points_expiry ORDER BY position";

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final WalletScript script = new WalletScript();

    /** Credits 500 for ever, 300 and 200 for an hour; spends 400; the rest of the 200 expires; restores 60 of that. */
    PointsTablesTest() {
        LedgerScenario play = LedgerScenario.split();
        play.deposit("SPORTS_NORMAL", 1_000);
        Instant start = play.ledger().now();
        play.points(500, null);
        play.points(300, start.plus(Duration.ofMinutes(30)));
        play.points(200, start.plus(Duration.ofHours(1)));
        play.transferPoints("CASINO_NORMAL", 400);
        play.ledger().passTime(Duration.ofHours(1));
        play.expirePoints();
        PointsAnswer.Expiry expiry = play.pointsView().expiries().getFirst();
        play.restorePoints(expiry.expiryId(), 60, start.plus(Duration.ofHours(5)));
        play.ledger().events().forEach(script::append);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void holdsWhatTheEventsSay() {
        assertThat(database.rows(LOTS))
                .containsExactly(
                        Map.of("points", 500L, "remaining", 500L, "restored", false, "reason", "loyalty"),
                        Map.of("points", 300L, "remaining", 0L, "restored", false, "reason", "loyalty"),
                        Map.of("points", 200L, "remaining", 0L, "restored", false, "reason", "loyalty"),
                        Map.of("points", 60L, "remaining", 60L, "restored", true, "reason", "by mistake"));
        assertThat(database.rows(EXPIRIES)).containsExactly(Map.of("points", 100L, "restored", 60L));
        assertThat(database.rows(
                        "SELECT from_type_code, to_type_code, points, amount_minor FROM wallet_points_transfer"))
                .containsExactly(Map.of(
                        "from_type_code",
                        "POINTS",
                        "to_type_code",
                        "CASINO_NORMAL",
                        "points",
                        400L,
                        "amount_minor",
                        40L));
        assertThat(database.rows("SELECT available_minor FROM wallet_bucket WHERE currency = 'PTS' AND held_minor = 0"))
                .containsExactly(Map.of("available_minor", 560L));
    }

    private ReconciliationRun reconciled() {
        return new Reconciliation(database.dataSource(), script, new SimpleMeterRegistry()).run();
    }

    @Test
    void holdsEachLotAndEachExpiry() {
        database.project(script.events());
        holdsWhatTheEventsSay();
        assertThat(reconciled().drifts()).isEmpty();
    }

    @Test
    void holdsTheSameAfterABatchADuplicateAndARebuild() {
        database.projectTogether(script.events());
        holdsWhatTheEventsSay();
        database.projectTogether(script.events());
        holdsWhatTheEventsSay();
        database.resetLedger();
        assertThat(database.rows(LOTS)).isEmpty();
        assertThat(database.rows(EXPIRIES)).isEmpty();
        assertThat(database.rows("SELECT transfer_id FROM wallet_points_transfer"))
                .isEmpty();
        database.project(script.events());
        holdsWhatTheEventsSay();
    }

    @Test
    void listsTransfersOfPointsAmongAllTransfers() {
        database.project(script.events());
        assertThat(database.rows("SELECT from_type_code, to_type_code, points, amount_minor, rolling_minor, currency"
                        + " FROM wallet_transfer"))
                .containsExactly(Map.of(
                        "from_type_code",
                        "POINTS",
                        "to_type_code",
                        "CASINO_NORMAL",
                        "points",
                        400L,
                        "amount_minor",
                        40L,
                        "rolling_minor",
                        120L,
                        "currency",
                        "KRW"));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> database.sql().sql("DELETE FROM wallet_transfer").update());
    }

    @Test
    void addsUpToNothingPerJournalAndAsset() {
        database.project(script.events());
        assertThat(database.rows("SELECT journal_id FROM wallet_ledger GROUP BY journal_id, currency"
                        + " HAVING sum(amount_minor) <> 0"))
                .isEmpty();
        assertThat(database.rows("SELECT currency, sum(amount_minor)::bigint AS sum FROM wallet_ledger"
                        + " WHERE account IN ('POINTS_ISSUE', 'PROMO') GROUP BY currency ORDER BY currency"))
                .containsExactly(Map.of("currency", "KRW", "sum", -40L), Map.of("currency", "PTS", "sum", -560L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE projection.points_lot SET remaining = 499 WHERE remaining = 500",
                "UPDATE projection.points_lot SET remaining = 1 WHERE points = 300",
                "DELETE FROM projection.points_lot WHERE remaining = 60",
                "UPDATE projection.points_lot SET remaining = CASE remaining WHEN 500 THEN 501 ELSE 59 END"
                        + " WHERE remaining > 0",
                "UPDATE projection.points_lot SET remaining = 9223372036854775807 WHERE remaining > 0"
            })
    void findsLotsThatAreNotTheBalance(String corruption) {
        database.project(script.events());
        database.tamper(corruption);
        assertThat(reconciled().drifts()).singleElement().satisfies(drift -> {
            assertThat(drift.driftClass()).isEqualTo(DriftClass.POINTS_LOT);
            assertThat(drift.bucketId()).isEqualTo(BUCKET);
            assertThat(drift.detail()).contains("560");
        });
    }

    @Test
    void findsABalanceThatIsNotTheLots() {
        database.project(script.events());
        database.tamper("UPDATE projection.wallet_bucket SET available_minor = 561 WHERE currency = 'PTS'");
        assertThat(reconciled().drifts())
                .extracting(Drift::driftClass)
                .containsExactlyInAnyOrder(DriftClass.BALANCE_LEDGER, DriftClass.POINTS_LOT);
    }

    @Test
    void refusesToChangeALotThatIsNotThere() {
        List<Recorded> events = script.events();
        database.project(events.subList(0, events.size() - 3));
        database.tamper("DELETE FROM projection.points_lot");
        database.tamper("DELETE FROM projection.points_expiry");
        assertThatExceptionOfType(ProjectionGapException.class)
                .isThrownBy(() -> database.project(events.subList(events.size() - 3, events.size())));
    }

    @Test
    void letsNobodyWriteToTheViews() {
        database.project(script.events());
        for (String view : List.of("wallet_points_lot", "wallet_points_expiry", "wallet_points_transfer")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql().sql("DELETE FROM " + view).update());
        }
    }
}
