package io.carat.projection.reconciliation;

import static io.carat.projection.testing.WalletScript.bucket;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.topology.BucketRole;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.WalletScript;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {

    private static final String NORMAL = bucket("p-1", "SPORTS_NORMAL");
    private static final String WITHDRAWABLE = bucket("p-1", "WITHDRAWABLE");
    private static final String OTHER = bucket("p-2", "SPORTS_NORMAL");

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WalletScript script = new WalletScript()
            .open(NORMAL, BucketRole.NORMAL)
            .open(WITHDRAWABLE, BucketRole.WITHDRAWABLE)
            .open(OTHER, BucketRole.NORMAL)
            .deposit(NORMAL, 10_000)
            .deposit(OTHER, 500)
            .activateRequirement(NORMAL)
            .hold(NORMAL, 4_000)
            .hold(OTHER, 300)
            .giveBack(NORMAL, 1_000)
            .take(NORMAL, 3_000)
            .sweep(NORMAL, WITHDRAWABLE, 6_000);
    private final Reconciliation reconciliation = new Reconciliation(database.dataSource(), script, registry);

    @BeforeEach
    void project() {
        database.project(script.events());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void findsNothingInAnUntouchedLedger() {
        assertThat(gauge()).isNaN();

        ReconciliationRun run = reconciliation.run();

        assertThat(run.drifts()).isEmpty();
        assertThat(run.checkedBuckets()).isEqualTo(3);
        assertThat(run.position()).isEqualTo(script.position());
        assertThat(gauge()).isZero();
    }

    @Test
    void comparesAProjectionThatTrailsAtItsOwnPosition() {
        long projected = script.position();
        script.deposit(NORMAL, 700).hold(NORMAL, 5);

        ReconciliationRun run = reconciliation.run();

        assertThat(run.drifts()).isEmpty();
        assertThat(run.position()).isEqualTo(projected);
    }

    @Test
    void findsNothingAfterAReset() {
        database.resetLedger();

        assertThat(reconciliation.run()).isEqualTo(new ReconciliationRun(0, 0, List.of()));
    }

    @Test
    void reportsATamperedBalanceAndCorrectsNothing() {
        database.tamper("UPDATE projection.wallet_bucket SET available_minor = 999 WHERE bucket_id = '" + OTHER + "'");
        List<Map<String, Object>> before = database.rows("SELECT * FROM wallet_bucket ORDER BY bucket_id");

        ReconciliationRun run = reconciliation.run();

        assertThat(run.drifts()).singleElement().satisfies(drift -> {
            assertThat(drift.bucketId()).isEqualTo(OTHER);
            assertThat(drift.driftClass()).isEqualTo(DriftClass.BALANCE_LEDGER);
            assertThat(drift.detail()).contains("available 999", "sum 200");
        });
        assertThat(gauge()).isEqualTo(1);
        assertThat(database.rows("SELECT * FROM wallet_bucket ORDER BY bucket_id"))
                .isEqualTo(before);
        database.project(script.deposit(OTHER, 10).events().getLast());
        assertThat(reconciliation.run().driftBuckets()).isOne();
    }

    @Test
    void clearsTheGaugeWhenTheCauseIsGone() {
        database.tamper("UPDATE projection.wallet_bucket SET available_minor = 999 WHERE bucket_id = '" + OTHER + "'");
        reconciliation.run();

        database.resetLedger();
        database.project(script.events());
        reconciliation.run();

        assertThat(gauge()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BALANCE_LEDGER | UPDATE projection.wallet_bucket SET held_minor = 1 WHERE player_id = 'p-2'",
                "HOLD_ORPHAN    | UPDATE projection.wallet_bucket SET held_minor = 1 WHERE player_id = 'p-2'",
                "HOLD_MISSING   | UPDATE projection.wallet_bucket SET held_minor = 301 WHERE player_id = 'p-2'",
                "BALANCE_LEDGER | UPDATE projection.wallet_bucket SET entry = 1 WHERE player_id = 'p-2'",
                "BALANCE_LEDGER | DELETE FROM projection.wallet_bucket WHERE player_id = 'p-2'",
                "NEGATIVE       | UPDATE projection.wallet_bucket SET available_minor = -1 WHERE player_id = 'p-2'",
                "CHAIN_GAP      | DELETE FROM projection.wallet_ledger WHERE player_id = 'p-2' AND entry = 1",
                "CHAIN_GAP      | DELETE FROM projection.wallet_ledger WHERE player_id = 'p-2' AND entry = 2",
                "CHAIN_GAP      | UPDATE projection.wallet_ledger SET before_minor = 1 WHERE player_id = 'p-2' AND"
                        + " entry = 2",
                "CHAIN_GAP      | DELETE FROM projection.wallet_ledger WHERE player_id = 'p-2'",
                "LEDGER_EVENT   | DELETE FROM projection.wallet_ledger WHERE player_id = 'p-2'",
                "LEDGER_EVENT   | UPDATE projection.wallet_ledger SET held_after_minor = 0 WHERE player_id = 'p-2' AND"
                        + " entry = 2",
                "NEGATIVE       | UPDATE projection.wallet_ledger SET after_minor = -1 WHERE player_id = 'p-2' AND"
                        + " entry = 2",
                "UNBALANCED     | UPDATE projection.wallet_ledger SET amount_minor = 9 WHERE player_id = 'p-2' AND"
                        + " entry = 1",
                "UNBALANCED     | DELETE FROM projection.wallet_ledger WHERE player_id = 'p-2' AND account ="
                        + " 'BET_HOLD'",
                "LEDGER_EVENT   | UPDATE projection.wallet_ledger SET amount_minor = 9223372036854775807 WHERE"
                        + " player_id = 'p-2' AND entry IS NOT NULL"
            })
    void findsEachCorruption(DriftClass expected, String corruption) {
        database.tamper(corruption);

        ReconciliationRun run = reconciliation.run();

        assertThat(run.drifts()).extracting(Drift::driftClass).contains(expected);
        assertThat(run.drifts()).extracting(Drift::bucketId).containsOnly(OTHER);
        assertThat(gauge()).isEqualTo(1);
    }

    @Test
    void doesNotSuspectTheOtherBucketOfASweep() {
        database.tamper("DELETE FROM projection.wallet_ledger WHERE reason = 'SWEEP' AND amount_minor < 0");

        ReconciliationRun run = reconciliation.run();

        assertThat(run.drifts()).extracting(Drift::driftClass).contains(DriftClass.UNBALANCED);
        assertThat(run.drifts()).extracting(Drift::bucketId).containsOnly(NORMAL);
    }

    @Test
    void reportsRowsThatNoEventExplains() {
        database.tamper("""
            INSERT INTO projection.wallet_ledger (position, row_no, journal_id, reason, account, brand_id, player_id,
                currency, topology_code, topology_version, amount_minor, counter_account, reference_id, occurred_at)
            VALUES (1, 2, 'forged', 'PAYOUT', 'HOUSE', 'acme', 'p-1', 'KRW', 'T', 1, 5, 'PSP', 'r', now())\
            """);

        assertThat(reconciliation.run().drifts())
                .containsExactly(new Drift("journal:forged", DriftClass.UNBALANCED, "journal forged comes to 5 KRW"));
    }

    @Test
    void findsAnEventThatTheReadModelsNeverSaw() {
        BucketHistory longer = (upToPosition, reader) -> {
            script.replay(upToPosition, reader);
            new WalletScript().deposit(OTHER, 1).replay(1, reader);
        };

        ReconciliationRun run = new Reconciliation(database.dataSource(), longer, registry).run();

        assertThat(run.drifts())
                .extracting(Drift::driftClass)
                .containsExactlyInAnyOrder(DriftClass.LEDGER_EVENT, DriftClass.LEDGER_EVENT, DriftClass.CHAIN_GAP);
    }

    private double gauge() {
        return registry.get(Reconciliation.GAUGE).gauge().value();
    }
}
