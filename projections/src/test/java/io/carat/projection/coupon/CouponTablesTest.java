package io.carat.projection.coupon;

import static io.carat.core.testing.LedgerScenario.grantId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.coupon.CouponCommand.ExpireCoupon;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.testing.LedgerScenario;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.reconciliation.Drift;
import io.carat.projection.reconciliation.DriftClass;
import io.carat.projection.reconciliation.Reconciliation;
import io.carat.projection.reconciliation.ReconciliationRun;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.WalletScript;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grants in SQL: their rows, their part of the ledger, and what the reconciliation says of rows that were changed. */
class CouponTablesTest {

    private static final String OPEN = grantId("C", "t1");
    private static final String USED = grantId("C", "t2");
    private static final String EXPIRED = grantId("C", "t3");
    private static final String DUE = "2026-12-31T00:00:00Z";

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WalletScript script = new WalletScript();

    CouponTablesTest() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 70_000));
        play.accepts(() -> play.campaign("C", CouponTarget.WITHDRAWABLE, 3_000, false, true));
        play.accepts(() -> play.coupon("C", "t1"));
        play.accepts(() -> play.coupon("C", "t2"));
        play.accepts(() -> play.coupon("C", "t3"));
        play.accepts(() -> play.betWith(OPEN, "b1", 1_000));
        play.accepts(() -> play.betWith(USED, "b2", 5_000));
        play.accepts(() -> play.settle("b2", "s2", 9_000));
        play.accepts(() -> play.voidBet("b2", "v2", null));
        play.ledger().passTime(Duration.ofDays(400));
        play.accepts(() -> play.send(new ExpireCoupon(EXPIRED)));
        play.ledger().events().forEach(script::append);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private ReconciliationRun reconcile() {
        return new Reconciliation(database.dataSource(), script, registry).run();
    }

    private List<String> grants() {
        return database.sql().sql("""
            SELECT status || ' ' || remaining_minor || '/' || reserved_minor || '/' || consumed_minor || '/'
                || expired_minor || '/' || revoked_minor || ' ' || entry FROM wallet_coupon_grant ORDER BY trigger\
            """).query((row, number) -> row.getString(1)).list();
    }

    @Test
    void showsGrantsAndTheirLedger() {
        database.project(script.events());
        assertThat(grants())
                .containsExactly("RESERVED 2000/1000/0/0/0 2", "ACTIVE 3000/0/0/0/0 4", "EXPIRED 0/0/0/3000/0 2");
        List<String> rows = database.sql()
                .sql("""
                    SELECT reason || ' ' || entry || ' ' || amount_minor || ' ' || after_minor || '+' || held_after_minor
                    FROM wallet_ledger WHERE bucket_id = :id ORDER BY entry\
                    """)
                .param("id", USED)
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(rows)
                .containsExactly(
                        "COUPON_GRANT 1 3000 3000+0",
                        "STAKE 2 -3000 0+3000",
                        "STAKE_TAKEN 3 0 0+0",
                        "STAKE_REFUND 4 3000 3000+0");
        assertThat(database.sql()
                        .sql("SELECT count(*) FROM wallet_bucket WHERE bucket_type_code = 'COUPON'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void findsNothingWrongWithThem() {
        database.projectTogether(script.events());
        ReconciliationRun run = reconcile();
        assertThat(run.drifts()).isEmpty();
        assertThat(run.checkedBuckets()).isEqualTo(2 + 3);
    }

    @Test
    void changesNothingWhenEventsAreDeliveredAgain() {
        database.project(script.events());
        List<String> before = grants();
        database.project(script.events());
        assertThat(grants()).isEqualTo(before);
        assertThat(reconcile().drifts()).isEmpty();
    }

    @Test
    void isFilledAgainAfterAReset() {
        database.project(script.events());
        List<String> before = grants();
        database.resetLedger();
        assertThat(grants()).isEmpty();
        database.project(script.events());
        assertThat(grants()).isEqualTo(before);
    }

    @Test
    void refusesAMovementThatDoesNotFollow() {
        database.project(script.events());
        database.sql().sql("DELETE FROM projection.coupon_grant").update();
        assertThatThrownBy(() -> {
                    database.tamper("DELETE FROM projection.wallet_ledger WHERE bucket_type_code = 'COUPON'");
                    database.project(script.events().stream()
                            .filter(recorded ->
                                    recorded.event().getClass().getSimpleName().equals("CouponReserved"))
                            .toList());
                })
                .isInstanceOf(ProjectionGapException.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "remaining_minor = remaining_minor + 1, BALANCE_LEDGER COUPON_TIP COUPON_TIP",
        "consumed_minor = consumed_minor + 1, COUPON_TIP",
        "'remaining_minor = remaining_minor - 1, consumed_minor = consumed_minor + 1', BALANCE_LEDGER COUPON_TIP",
        "'reserved_minor = reserved_minor - 1, consumed_minor = consumed_minor + 1', BALANCE_LEDGER COUPON_TIP"
                + " COUPON_TIP HOLD_ORPHAN",
        "'expired_minor = -1, consumed_minor = consumed_minor + 1', COUPON_TIP"
    })
    void findsARowThatWasChanged(String change, String classes) {
        database.project(script.events());
        database.tamper("UPDATE projection.coupon_grant SET " + change + " WHERE grant_id = '" + OPEN + "'");
        ReconciliationRun run = reconcile();
        assertThat(run.drifts()).extracting(Drift::bucketId).containsOnly(OPEN);
        assertThat(String.join(
                        " ",
                        run.drifts().stream()
                                .map(Drift::driftClass)
                                .map(DriftClass::name)
                                .sorted()
                                .toList()))
                .isEqualTo(classes);
        assertThat(registry.get(Reconciliation.GAUGE).gauge().value()).isEqualTo(1);
    }

    @Test
    void findsAGrantWithoutItsRow() {
        database.project(script.events());
        database.tamper("DELETE FROM projection.coupon_grant WHERE grant_id = '" + EXPIRED + "'");
        assertThat(reconcile().drifts()).extracting(Drift::driftClass).contains(DriftClass.COUPON_TIP);
    }

    @Test
    void findsALedgerRowOfAGrantThatWasChanged() {
        database.project(script.events());
        database.tamper("UPDATE projection.wallet_ledger SET after_minor = 1999 WHERE bucket_id = '" + OPEN
                + "' AND entry = 2");
        assertThat(reconcile().drifts())
                .extracting(Drift::driftClass)
                .contains(DriftClass.CHAIN_GAP, DriftClass.COUPON_TIP, DriftClass.LEDGER_EVENT);
    }

    @Test
    void listsWhatIsDue() {
        database.project(script.events());
        DueCoupons due = new DueCoupons(database.dataSource());
        assertThat(due.at(Instant.parse(DUE).minusSeconds(1), 10)).isEmpty();
        assertThat(due.at(Instant.parse(DUE), 10)).containsExactlyInAnyOrder(OPEN, USED);
        assertThat(due.at(Instant.parse(DUE), 1)).hasSize(1);
    }

    @Test
    void refusesToBeWritten() {
        database.project(script.events());
        assertThatThrownBy(() -> database.sql()
                        .sql("UPDATE wallet_coupon_grant SET status = 'ACTIVE'")
                        .update())
                .hasMessageContaining("read-only");
    }
}
