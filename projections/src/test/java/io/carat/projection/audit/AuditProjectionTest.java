package io.carat.projection.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.eventstore.names.StableNames;
import io.carat.core.testing.TestDatabase;
import io.carat.projection.paging.MalformedCursorException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditProjectionTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    private record Closed(String streamId, int door, AuditNote audit) implements AuditedEvent {}

    private final TestDatabase database = TestDatabase.fresh().migrate();
    private final JdbcClient sql = JdbcClient.create(database.dataSource());
    private final AuditProjection projection = new AuditProjection(
            database.dataSource(),
            StableNames.builder().add("door.closed.v1", Closed.class).build());
    private final AuditQueries queries = new AuditQueries(database.dataSource());
    private long position;

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void listsWhoDecidedWhatAndWhyNewestFirst() {
        decided("player:acme:p1", "ann", "asked for");
        decided("platform", "bob", "release");

        assertThat(page(null, null, null).entries())
                .containsExactly(
                        new AuditEntry(
                                2,
                                AT,
                                "bob",
                                "door.closed.v1",
                                "platform",
                                "release",
                                "{\"door\": 2, \"streamId\": \"platform\"}"),
                        new AuditEntry(
                                1,
                                AT,
                                "ann",
                                "door.closed.v1",
                                "player:acme:p1",
                                "asked for",
                                "{\"door\": 1, \"streamId\": \"player:acme:p1\"}"));
    }

    @Test
    void filtersByBrandSubjectAndActor() {
        decided("player:acme:p1", "ann", "a");
        decided("player:other:p1", "ann", "b");
        decided("player:acme:p2", "bob", "c");
        decided("platform", "bob", "d");

        assertThat(reasons("acme", null, null)).containsExactly("c", "a");
        assertThat(reasons("other", null, null)).containsExactly("b");
        assertThat(reasons("none", null, null)).isEmpty();
        assertThat(reasons(null, "player:acme:p1", null)).containsExactly("a");
        assertThat(reasons(null, null, "bob")).containsExactly("d", "c");
        assertThat(reasons("acme", "player:other:p1", null)).isEmpty();
    }

    @Test
    void pagesWithoutLossWhileEntriesAreAdded() {
        for (int i = 0; i < 2 * AuditQueries.PAGE + 1; i++) {
            decided("platform", "ann", "r" + i);
        }
        List<AuditEntry> all = new ArrayList<>();
        AuditPage page = page(null, null, null);
        all.addAll(page.entries());
        decided("platform", "ann", "later");
        while (page.nextCursor() != null) {
            page = queries.page(new AuditFilter(null, null, null), page.nextCursor());
            all.addAll(page.entries());
        }
        assertThat(all).extracting(AuditEntry::position).doesNotHaveDuplicates().hasSize(2 * AuditQueries.PAGE + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "bGVkZ2VyLTE6NQ", "YXVkaXQtMTowMA", "YXVkaXQtMTo"})
    void refusesACursorOfAnotherList(String cursor) {
        assertThatThrownBy(() -> queries.page(new AuditFilter(null, null, null), cursor))
                .isInstanceOf(MalformedCursorException.class);
    }

    @Test
    void changesNothingWhenAnEventIsDeliveredAgain() {
        decided("platform", "ann", "once");
        position = 0;
        decided("platform", "ann", "twice");
        assertThat(reasons(null, null, null)).containsExactly("once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE projection.wallet_audit SET actor = 'bob'",
                "DELETE FROM projection.wallet_audit",
                "TRUNCATE projection.wallet_audit",
                "UPDATE wallet_audit SET actor = 'bob'",
                "DELETE FROM wallet_audit"
            })
    void refusesToChangeOrRemoveEntries(String statement) {
        decided("platform", "ann", "because");
        assertThatThrownBy(() -> sql.sql(statement).update());
        assertThat(reasons(null, null, null)).containsExactly("because");
    }

    @Test
    void isEmptiedForAReplayOnly() {
        decided("platform", "ann", "because");
        projection.onReset();
        assertThat(reasons(null, null, null)).isEmpty();
        position = 0;
        decided("platform", "ann", "because");
        assertThat(reasons(null, null, null)).containsExactly("because");
        assertThatThrownBy(() -> sql.sql("TRUNCATE projection.wallet_audit").update());
    }

    @ParameterizedTest
    @CsvSource({
        "player:acme:p1, acme",
        "brand:acme, acme",
        "bucket:acme:p1:KRW:T:N, acme",
        "acme.bet.0123456789abcdef0123456789abcdef, acme",
        "policy:SPORTS,",
        "policy:acme,",
        "token:acme,",
        "platform,",
        "acme.bet.short,"
    })
    void readsTheBrandOffTheStreamIfItHasOne(String streamId, @Nullable String brand) {
        assertThat(StreamBrand.of(streamId).orElse(null)).isEqualTo(brand);
    }

    private void decided(String streamId, String actor, String reason) {
        position++;
        projection.on(
                new Closed(streamId, (int) position, new AuditNote(actor, reason)),
                new GlobalSequenceTrackingToken(position),
                AT);
    }

    private AuditPage page(@Nullable String brand, @Nullable String subject, @Nullable String actor) {
        return queries.page(new AuditFilter(brand, subject, actor), null);
    }

    private List<String> reasons(@Nullable String brand, @Nullable String subject, @Nullable String actor) {
        return page(brand, subject, actor).entries().stream()
                .map(AuditEntry::reason)
                .toList();
    }
}
