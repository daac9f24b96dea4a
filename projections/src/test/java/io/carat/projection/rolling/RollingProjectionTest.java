package io.carat.projection.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.bucket.BucketEvent.AttributionReversed;
import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.RequirementActivated;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.bucket.BucketEvent.RequirementInherited;
import io.carat.core.bucket.BucketEvent.RequirementMoved;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketEvent.RequirementReopened;
import io.carat.core.bucket.BucketEvent.RequirementResumed;
import io.carat.core.bucket.BucketEvent.RequirementSuspended;
import io.carat.core.bucket.BucketEvent.StakeAttributed;
import io.carat.core.bucket.BucketKey;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.rolling.Attribution;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.RandomPlay;
import io.carat.core.testing.Seeded;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.testing.TestDatabase;
import io.carat.core.topology.Topology;
import io.carat.core.transfer.TransferEvent.TransferMade;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.paging.MalformedCursorException;
import io.carat.projection.rolling.RollingDetail.Row;
import io.carat.projection.transfer.TransferProjection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requirements and transfers in SQL, fed by what real decisions append. */
class RollingProjectionTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    private final TestDatabase database = TestDatabase.fresh().migrate();
    private final JdbcClient sql = JdbcClient.create(database.dataSource());
    private final RollingProjection projection = new RollingProjection(database.dataSource());
    private final TransferProjection transfers = new TransferProjection(database.dataSource());
    private final RollingQueries queries = new RollingQueries(database.dataSource());
    private final LedgerScenario play = LedgerScenario.split();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private void project(List<LedgerEvent> events) {
        long position = 0;
        for (LedgerEvent event : events) {
            position++;
            TrackingToken token = new GlobalSequenceTrackingToken(position);
            switch (event) {
                case BucketCredited it -> projection.on(it, token, AT);
                case RequirementImposed it -> projection.on(it, token, AT);
                case RequirementInherited it -> projection.on(it, token, AT);
                case RequirementActivated it -> projection.on(it, token, AT);
                case StakeAttributed it -> projection.on(it, token, AT);
                case AttributionReversed it -> projection.on(it, token, AT);
                case RequirementMoved it -> projection.on(it, token, AT);
                case RequirementReopened it -> projection.on(it, token, AT);
                case RequirementSuspended it -> projection.on(it, token, AT);
                case RequirementResumed it -> projection.on(it, token, AT);
                case RequirementRecalculated it -> projection.on(it, token, AT);
                case RequirementCompleted it -> projection.on(it, token, AT);
                case TransferMade it -> transfers.on(it, token, AT);
                default -> {}
            }
        }
    }

    private RollingDetail find(String requirementId) {
        return queries.find("acme", LedgerScenario.PLAYER, requirementId, null, 500)
                .orElseThrow();
    }

    private String deposited() {
        return play.snapshot().rolling().getFirst().requirementId();
    }

    private void movedAndVoided() {
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 4_000));
        play.accepts(() -> play.settle("b1", "t1", 0));
    }

    @Test
    void tellsARequirementWithEveryRowThatExplainsIt() {
        movedAndVoided();
        String parent = deposited();
        play.accepts(() -> play.transfer("SPORTS_NORMAL", "CASINO_NORMAL", 6_000));
        String child = deposited();
        project(play.ledger().events());
        RollingDetail over = find(parent);
        assertThat(over.status()).isEqualTo("COMPLETED");
        assertThat(over.endedBy()).isEqualTo("MOVED");
        assertThat(over.required()).isEqualTo(4_000);
        assertThat(over.progress()).isEqualTo(4_000);
        assertThat(over.moved()).isEqualTo(6_000);
        assertThat(over.remaining()).isZero();
        assertThat(over.children()).containsExactly(child);
        assertThat(over.terms().required()).isEqualTo(10_000);
        assertThat(over.rows()).extracting(Row::entry).containsExactly("CREATED", "ATTRIBUTED", "MOVED", "COMPLETED");
        assertThat(find(child).parent()).isEqualTo(parent);
        assertThat(find(child).rows()).extracting(Row::entry).containsExactly("INHERITED");

        play.accepts(() -> play.voidBet("b1", "v1", null));
        project(play.ledger().events());
        RollingDetail again = find(parent);
        assertThat(again.status()).isEqualTo("PENDING");
        assertThat(again.endedBy()).isNull();
        assertThat(again.progress()).isZero();
        assertThat(again.remaining()).isEqualTo(4_000);
        assertThat(again.rows()).extracting(Row::entry).endsWith("REOPENED", "REVERSED");
        assertThat(again.rows()).extracting(Row::reference).contains(LedgerScenario.idOf("b1"));
    }

    @Test
    void pagesRows() {
        movedAndVoided();
        String id = deposited();
        project(play.ledger().events());
        RollingDetail first =
                queries.find("acme", LedgerScenario.PLAYER, id, null, 1).orElseThrow();
        assertThat(first.rows()).extracting(Row::entry).containsExactly("CREATED");
        RollingDetail second = queries.find("acme", LedgerScenario.PLAYER, id, first.nextCursor(), 1)
                .orElseThrow();
        assertThat(second.rows()).extracting(Row::entry).containsExactly("ATTRIBUTED");
        assertThat(second.progress()).as("of all rows").isEqualTo(4_000);
        assertThat(second.nextCursor()).isNull();
        assertThatThrownBy(() -> queries.find("acme", LedgerScenario.PLAYER, id, "nonsense", 1))
                .isInstanceOf(MalformedCursorException.class);
        assertThatThrownBy(() -> queries.find("acme", LedgerScenario.PLAYER, id, null, 501))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isOfItsPlayerAlone() {
        movedAndVoided();
        String id = deposited();
        project(play.ledger().events());
        assertThat(queries.find("acme", "another", id, null, 1)).isEmpty();
        assertThat(queries.find("other", LedgerScenario.PLAYER, id, null, 1)).isEmpty();
        assertThat(queries.find("acme", LedgerScenario.PLAYER, "none", null, 1)).isEmpty();
    }

    @Test
    void changesNothingWhenEventsAreDeliveredAgain() {
        movedAndVoided();
        play.accepts(() -> play.transfer("SPORTS_NORMAL", "CASINO_NORMAL", 6_000));
        play.accepts(() -> play.voidBet("b1", "v1", null));
        project(play.ledger().events());
        List<String> before = everything();
        project(play.ledger().events());
        assertThat(everything()).isEqualTo(before);
        assertThat(sql.sql("SELECT amount_minor || ' ' || rolling_minor || ' ' || to_type_code FROM wallet_transfer")
                        .query(String.class)
                        .list())
                .containsExactly("6000 6000 CASINO_NORMAL");
    }

    @Test
    void isEmptiedForAReplay() {
        movedAndVoided();
        play.accepts(() -> play.transfer("SPORTS_NORMAL", "CASINO_NORMAL", 6_000));
        project(play.ledger().events());
        List<String> before = everything();
        projection.onReset();
        transfers.onReset();
        assertThat(everything()).isEmpty();
        project(play.ledger().events());
        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() {
        return sql.sql("""
            SELECT requirement_id || status || progress_minor || ' ' || moved_minor || ' ' || required_minor
            FROM wallet_requirement
            UNION ALL SELECT position || requirement_id || entry FROM wallet_requirement_entry
            UNION ALL SELECT transfer_id FROM wallet_transfer ORDER BY 1\
            """).query((row, number) -> row.getString(1)).list();
    }

    @Test
    void refusesWhatHappensToARequirementThatIsNotThere() {
        TrackingToken token = new GlobalSequenceTrackingToken(7);
        assertThatThrownBy(() -> projection.on(new RequirementActivated("bucket:acme:p:KRW:T:B", "r"), token, AT))
                .isInstanceOfSatisfying(
                        ProjectionGapException.class,
                        gap -> assertThat(gap.position()).isEqualTo(7));
        assertThatThrownBy(
                        () -> projection.on(new RequirementMoved("bucket:acme:p:KRW:T:B", "r", "t", 1, 1), token, AT))
                .isInstanceOf(ProjectionGapException.class);
    }

    @Test
    void addsWhatCountedWhileABonusWasWageredInItsPlace() {
        String bucket =
                new BucketKey("acme", LedgerScenario.PLAYER, "KRW", "RUBY_SPLIT_V1", "SPORTS_NORMAL").bucketId();
        RequirementTerms terms = RequirementTerms.of(
                "acme",
                RequirementKind.DEPOSIT,
                "d1",
                1,
                10_000,
                SeedsForTest.depositRolling(10_000),
                SeedsForTest.split().ref(),
                SeedsForTest.policy("SPORTS").ref());
        List<LedgerEvent> events = List.of(
                new RequirementImposed(bucket, terms),
                new StakeAttributed(bucket, "b1", new Attribution(terms.requirementId(), 10_000, 400, 400), 400),
                new RequirementSuspended(bucket, terms.requirementId(), "bonus-1"),
                new RequirementResumed(bucket, terms.requirementId(), 1_500),
                new StakeAttributed(bucket, "b2", new Attribution(terms.requirementId(), 10_000, 100, 100), 1_600));
        project(events);
        project(events);
        assertThat(find(terms.requirementId()).progress()).isEqualTo(1_600);
        assertThat(find(terms.requirementId()).rows())
                .extracting(Row::progress)
                .containsExactly(0L, 400L, 0L, 1_100L, 100L);
    }

    @Test
    void viewsCannotBeWrittenTo() {
        for (String view : List.of("wallet_transfer", "wallet_requirement", "wallet_requirement_entry")) {
            movedAndVoidedOnce();
            project(play.ledger().events());
            assertThatThrownBy(() -> sql.sql("DELETE FROM " + view).update()).isInstanceOf(DataAccessException.class);
        }
    }

    private void movedAndVoidedOnce() {
        if (play.ledger().events().stream().noneMatch(TransferMade.class::isInstance)) {
            movedAndVoided();
            play.accepts(() -> play.transfer("SPORTS_NORMAL", "CASINO_NORMAL", 6_000));
        }
    }

    /** Whatever a player does, the sums over the rows are what the events leave of each requirement. */
    @Test
    void sumsUpToWhatTheLedgerHolds() {
        Seeded.forEachSeed(5, random -> {
            projection.onReset();
            Topology topology = SeedsForTest.split();
            LedgerScenario scenario =
                    LedgerScenario.under(topology, SeedsForTest.policy("SPORTS"), SeedsForTest.policy("CASINO"));
            RandomPlay player = new RandomPlay(scenario, topology, random);
            for (int step = 0; step < 200; step++) {
                player.step();
            }
            LedgerAudit audit = new LedgerAudit();
            audit.follow(scenario.ledger().events());
            project(scenario.ledger().events());
            TreeMap<String, String> held = new TreeMap<>();
            audit.buckets()
                    .values()
                    .forEach(bucket -> bucket.requirements()
                            .forEach(open -> held.put(
                                    open.id(),
                                    open.progressMinor() + " " + open.movedMinor() + " "
                                            + open.terms().requiredMinor())));
            List<String> expected = new ArrayList<>();
            held.forEach((id, numbers) -> expected.add(id + " " + numbers));
            assertThat(sql.sql("""
                SELECT requirement_id || ' ' || progress_minor || ' ' || moved_minor || ' ' || required_minor
                FROM wallet_requirement WHERE status <> 'COMPLETED' ORDER BY requirement_id\
                """).query(String.class).list()).isEqualTo(expected);
        });
    }
}
