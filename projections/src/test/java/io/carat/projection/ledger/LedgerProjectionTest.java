package io.carat.projection.ledger;

import static io.carat.projection.testing.WalletScript.bucket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.topology.BucketRole;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.ProjectionPosition;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.Recorded;
import io.carat.projection.testing.WalletScript;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class LedgerProjectionTest {

    private static final String NORMAL = bucket("p-1", "SPORTS_NORMAL");
    private static final String WITHDRAWABLE = bucket("p-1", "WITHDRAWABLE");
    private static final String ALL_BUCKETS = "SELECT * FROM wallet_bucket ORDER BY bucket_id";
    private static final String ALL_ROWS = "SELECT * FROM wallet_ledger ORDER BY position, row_no";

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final WalletScript script = new WalletScript()
            .open(NORMAL, BucketRole.NORMAL)
            .open(WITHDRAWABLE, BucketRole.WITHDRAWABLE)
            .deposit(NORMAL, 10_000)
            .activateRequirement(NORMAL)
            .hold(NORMAL, 4_000)
            .giveBack(NORMAL, 1_000)
            .take(NORMAL, 3_000)
            .sweep(NORMAL, WITHDRAWABLE, 7_000);

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void addsUpBalances() {
        database.project(script.events());

        assertThat(database.rows("""
            SELECT bucket_type_code, available_minor, held_minor, entry, position, topology_version
            FROM wallet_bucket ORDER BY bucket_id\
            """))
                .containsExactly(
                        Map.of(
                                "bucket_type_code", "SPORTS_NORMAL",
                                "available_minor", 0L,
                                "held_minor", 0L,
                                "entry", 5L,
                                "position", 8L,
                                "topology_version", 1),
                        Map.of(
                                "bucket_type_code", "WITHDRAWABLE",
                                "available_minor", 7_000L,
                                "held_minor", 0L,
                                "entry", 1L,
                                "position", 9L,
                                "topology_version", 1));
    }

    @Test
    void writesOneRowPerSideThatTheBucketOwns() {
        database.project(script.events());

        assertThat(database.sql().sql("""
            SELECT concat_ws(' ', position, row_no, reason, coalesce(bucket_type_code, account), entry,
                amount_minor, before_minor, after_minor, held_after_minor)
            FROM wallet_ledger ORDER BY position, row_no\
            """).query(String.class).list())
                .containsExactly(
                        "3 1 DEPOSIT SPORTS_NORMAL 1 10000 0 10000 0",
                        "3 2 DEPOSIT PSP -10000",
                        "5 1 STAKE SPORTS_NORMAL 2 -4000 10000 6000 4000",
                        "5 2 STAKE BET_HOLD 4000",
                        "6 1 STAKE_REFUND SPORTS_NORMAL 3 1000 6000 7000 3000",
                        "6 2 STAKE_REFUND BET_HOLD -1000",
                        "7 1 STAKE_TAKEN SPORTS_NORMAL 4 0 7000 7000 0",
                        "7 2 STAKE_TAKEN BET_HOLD -3000",
                        "7 3 STAKE_TAKEN HOUSE 3000",
                        "8 1 SWEEP SPORTS_NORMAL 5 -7000 7000 0 0",
                        "9 1 SWEEP WITHDRAWABLE 1 7000 0 7000 0");
    }

    @Test
    void netsEachJournalToZero() {
        database.project(script.events());

        assertThat(database.rows(
                        "SELECT journal_id FROM wallet_ledger GROUP BY journal_id HAVING sum(amount_minor) <> 0"))
                .isEmpty();
        assertThat(database.rows("SELECT DISTINCT journal_id FROM wallet_ledger WHERE reason = 'SWEEP'"))
                .hasSize(1);
    }

    @Test
    void changesNothingWhenEventsAreDeliveredAgain() {
        database.project(script.events());
        List<Map<String, Object>> buckets = database.rows(ALL_BUCKETS);
        List<Map<String, Object>> ledger = database.rows(ALL_ROWS);

        database.project(script.events());

        assertThat(database.rows(ALL_BUCKETS)).isEqualTo(buckets);
        assertThat(database.rows(ALL_ROWS)).isEqualTo(ledger);
    }

    @Test
    void refusesAnEventThatDoesNotFollow() {
        var events = script.events();
        database.project(events.subList(0, 3));

        assertThatThrownBy(() -> database.project(events.get(5))).isInstanceOf(ProjectionGapException.class);

        assertThat(new ProjectionPosition(database.dataSource()).of(LedgerProjection.PROCESSOR))
                .isEqualTo(3);
        assertThat(database.rows("SELECT * FROM wallet_ledger WHERE position > 3"))
                .isEmpty();
    }

    @Test
    void writesABatchAsItWritesEventsOneByOne() {
        database.project(script.events());
        List<Map<String, Object>> buckets = database.rows(ALL_BUCKETS);
        List<Map<String, Object>> ledger = database.rows(ALL_ROWS);
        database.resetLedger();

        database.projectTogether(script.events());

        assertThat(database.rows(ALL_BUCKETS)).isEqualTo(buckets).hasSize(2);
        assertThat(database.rows(ALL_ROWS)).isEqualTo(ledger).hasSize(11);
    }

    @Test
    void changesNothingByDuplicatesInsideAndAcrossBatches() {
        var events = script.events();
        database.project(events);
        List<Map<String, Object>> buckets = database.rows(ALL_BUCKETS);
        List<Map<String, Object>> ledger = database.rows(ALL_ROWS);
        database.resetLedger();

        database.projectTogether(events.subList(0, 6));
        database.projectTogether(concat(events.subList(2, 8), events.subList(4, 9)));
        database.projectTogether(events);

        assertThat(database.rows(ALL_BUCKETS)).isEqualTo(buckets);
        assertThat(database.rows(ALL_ROWS)).isEqualTo(ledger);
    }

    @Test
    void refusesABatchWithAGapInItAndKeepsNothingOfIt() {
        var events = script.events();
        database.project(events.subList(0, 3));

        assertThatThrownBy(
                        () -> database.projectTogether(concat(events.subList(3, 5), events.subList(6, events.size()))))
                .isInstanceOfSatisfying(
                        ProjectionGapException.class,
                        gap -> assertThat(gap.position()).isEqualTo(7))
                .hasMessageContaining("position 7");

        assertThat(new ProjectionPosition(database.dataSource()).of(LedgerProjection.PROCESSOR))
                .isEqualTo(3);
        assertThat(database.rows("SELECT * FROM wallet_ledger WHERE position > 3"))
                .isEmpty();
        assertThat(database.rows("SELECT DISTINCT held_minor FROM wallet_bucket"))
                .containsExactly(Map.of("held_minor", 0L));
    }

    @Test
    void refusesAnotherMovementUnderANumberThatIsTaken() {
        var events = script.events();
        database.project(events);

        var taken = new Recorded(99, 99, events.get(2).event());

        assertThatThrownBy(() -> database.projectTogether(List.of(taken)))
                .isInstanceOf(ProjectionGapException.class)
                .hasMessageContaining("position 99");
    }

    @Test
    void keepsATamperedBalanceWrong() {
        var events = script.events();
        database.project(events.subList(0, 3));
        database.tamper("UPDATE projection.wallet_bucket SET available_minor = available_minor + 7");

        database.projectTogether(events.subList(3, events.size()));

        assertThat(database.rows("SELECT available_minor FROM wallet_bucket ORDER BY bucket_id"))
                .containsExactly(Map.of("available_minor", 7L), Map.of("available_minor", 7_007L));
    }

    private static List<Recorded> concat(List<Recorded> first, List<Recorded> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    @Test
    void refusesAMovementOfAMissingBucket() {
        assertThatThrownBy(() -> database.project(script.events().get(2)))
                .isInstanceOf(ProjectionGapException.class)
                .hasMessageContaining("position 3");
    }

    @Test
    void rebuildsEqualTables() {
        database.project(script.events());
        List<Map<String, Object>> buckets = database.rows(ALL_BUCKETS);
        List<Map<String, Object>> ledger = database.rows(ALL_ROWS);

        database.resetLedger();
        assertThat(database.rows(ALL_BUCKETS)).isEmpty();
        assertThat(database.rows(ALL_ROWS)).isEmpty();
        database.project(script.events());

        assertThat(database.rows(ALL_BUCKETS)).isEqualTo(buckets).hasSize(2);
        assertThat(database.rows(ALL_ROWS)).isEqualTo(ledger).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE projection.wallet_ledger SET amount_minor = 1",
                "UPDATE projection.wallet_ledger SET amount_minor = 1 WHERE false",
                "DELETE FROM projection.wallet_ledger",
                "TRUNCATE projection.wallet_ledger",
                "SET LOCAL carat.rebuild = 'on'; DELETE FROM projection.wallet_ledger",
                "SET LOCAL session_replication_role = 'replica'; DELETE FROM projection.wallet_ledger",
                "SELECT projection.empty_ledger(); TRUNCATE projection.wallet_ledger"
            })
    void refusesToChangeLedgerRows(String statement) {
        database.project(script.events());

        assertThatThrownBy(() -> database.sql().sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed or removed");
        assertThat(database.rows(ALL_ROWS)).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wallet_bucket", "wallet_ledger"})
    void refusesToWriteToViews(String view) {
        database.project(script.events());

        assertThatThrownBy(() -> database.sql()
                        .sql("UPDATE " + view + " SET position = 0")
                        .update())
                .hasMessageContaining(view + " is a read-only view");
    }

    @Test
    void truncatesForARebuildOnly() {
        database.project(script.events());

        database.sql()
                .sql("BEGIN; SET LOCAL carat.rebuild = 'on'; TRUNCATE projection.wallet_ledger; ROLLBACK")
                .update();

        assertThat(database.rows(ALL_ROWS)).hasSize(11);
    }
}
