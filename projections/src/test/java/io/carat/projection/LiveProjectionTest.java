package io.carat.projection;

import static io.carat.projection.testing.WalletScript.bucket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.core.topology.BucketRole;
import io.carat.projection.ledger.LedgerProjection;
import io.carat.projection.reconciliation.EventLogBucketHistory;
import io.carat.projection.reconciliation.Reconciliation;
import io.carat.projection.reconciliation.ReconciliationRun;
import io.carat.projection.testing.LiveProcessor;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.Recorded;
import io.carat.projection.testing.WalletScript;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveProjectionTest {

    private static final String NORMAL = bucket("p-1", "SPORTS_NORMAL");
    private static final String WITHDRAWABLE = bucket("p-1", "WITHDRAWABLE");
    private static final String ALL_ROWS = "SELECT * FROM wallet_ledger ORDER BY position, row_no";

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final LiveProcessor processor = new LiveProcessor(database.dataSource());
    private final ProjectionPosition position = new ProjectionPosition(database.dataSource());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WalletScript script = new WalletScript()
            .open(NORMAL, BucketRole.NORMAL)
            .open(WITHDRAWABLE, BucketRole.WITHDRAWABLE)
            .deposit(NORMAL, 10_000)
            .hold(NORMAL, 4_000)
            .take(NORMAL, 4_000)
            .sweep(NORMAL, WITHDRAWABLE, 6_000)
            .activateRequirement(NORMAL);

    @BeforeEach
    void appendHistory() {
        processor.append(script.events());
    }

    @AfterEach
    void close() {
        processor.close();
        database.close();
    }

    @Test
    void projectsWhatTheEventStoreHolds() {
        startAndAwaitAll();

        assertThat(database.rows("SELECT available_minor, held_minor FROM wallet_bucket ORDER BY bucket_id"))
                .containsExactly(
                        Map.of("available_minor", 0L, "held_minor", 0L),
                        Map.of("available_minor", 6_000L, "held_minor", 0L));
        assertThat(reconcile().drifts()).isEmpty();
        assertThat(reconcile().position()).isEqualTo(script.position());
        assertThat(reconcile().checkedBuckets()).isEqualTo(2);
    }

    @Test
    void reconcilesBeforeAnythingIsProjected() {
        assertThat(reconcile()).isEqualTo(new ReconciliationRun(0, 0, List.of()));
    }

    @Test
    void rebuildsEqualRowsFromTheEvents() {
        startAndAwaitAll();
        List<Map<String, Object>> rows = database.rows(ALL_ROWS);

        processor.rebuild();
        awaitAll();

        assertThat(database.rows(ALL_ROWS)).isEqualTo(rows).isNotEmpty();
        assertThat(reconcile().drifts()).isEmpty();
    }

    @Test
    void stopsAtAGapAndKeepsNothingOfIt() {
        startAndAwaitAll();
        database.tamper("UPDATE projection.wallet_bucket SET entry = 7 WHERE bucket_id = '" + NORMAL + "'");
        long before = script.position();

        processor.append(List.of(script.deposit(NORMAL, 5).events().getLast()));

        await().until(() -> processor.failures() > 0);
        assertThat(position.of(LedgerProjection.PROCESSOR)).isEqualTo(before);
        assertThat(database.rows("SELECT * FROM wallet_ledger WHERE position > " + before))
                .isEmpty();
    }

    @Test
    void takesNoMoreThanWhatComesBeforeAGap() {
        Recorded missing = script.deposit(NORMAL, 5).events().getLast();
        Recorded next = script.deposit(NORMAL, 5).events().getLast();
        processor.append(List.of(new Recorded(missing.position(), missing.sequence(), next.event())));

        processor.start();
        await().until(() -> processor.failures() > 0);
        processor.close();

        // how many events the processor takes at once is its own affair: some of those before the gap may be stored
        long taken = position.of(LedgerProjection.PROCESSOR);
        assertThat(taken).isLessThan(missing.position());
        assertThat(database.rows("SELECT * FROM wallet_bucket WHERE position > " + taken))
                .isEmpty();
        assertThat(database.rows("SELECT * FROM wallet_ledger WHERE position > " + taken))
                .isEmpty();
    }

    @Test
    void tellsHowFarBehindAProcessorIs() {
        new ProcessorLag(processor.store(), position).register(registry, List.of(LedgerProjection.PROCESSOR));
        assertThat(lag()).isEqualTo((double) script.position());

        startAndAwaitAll();

        assertThat(lag()).isZero();
    }

    @Test
    void showsEventsAsPublishedOnceTheyAreTaken() {
        assertThat(database.rows("SELECT position FROM wallet_outbox WHERE published_at IS NULL"))
                .hasSize((int) script.position());

        startAndAwaitAll();

        assertThat(database.rows("SELECT position FROM wallet_outbox WHERE published_at IS NULL"))
                .isEmpty();
        assertThat(database.rows("SELECT position FROM wallet_outbox WHERE published_at IS NOT NULL"))
                .hasSize((int) script.position());
    }

    private void startAndAwaitAll() {
        processor.start();
        awaitAll();
    }

    private void awaitAll() {
        await().untilAsserted(() ->
                assertThat(position.of(LedgerProjection.PROCESSOR)).isEqualTo(script.position()));
    }

    private ReconciliationRun reconcile() {
        return new Reconciliation(database.dataSource(), new EventLogBucketHistory(processor.store()), registry).run();
    }

    private double lag() {
        return registry.get(ProcessorLag.GAUGE).gauge().value();
    }
}
