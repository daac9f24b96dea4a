package io.carat.projection.ledger;

import static io.carat.projection.testing.WalletScript.bucket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.topology.BucketRole;
import io.carat.projection.paging.MalformedCursorException;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.WalletScript;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerQueriesTest {

    private static final String NORMAL = bucket("p-1", "SPORTS_NORMAL");
    private static final String WITHDRAWABLE = bucket("p-1", "WITHDRAWABLE");

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final LedgerQueries queries = new LedgerQueries(database.dataSource());
    private final WalletScript script = new WalletScript();

    @BeforeEach
    void projectTwoPlayers() {
        String other = bucket("p-2", "SPORTS_NORMAL");
        database.project(script.open(NORMAL, BucketRole.NORMAL)
                .open(WITHDRAWABLE, BucketRole.WITHDRAWABLE)
                .open(other, BucketRole.NORMAL)
                .deposit(NORMAL, 10_000)
                .deposit(other, 1)
                .hold(NORMAL, 4_000)
                .giveBack(NORMAL, 4_000)
                .sweep(NORMAL, WITHDRAWABLE, 7_000)
                .events());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void listsThePlayersOwnRowsOldestFirst() {
        LedgerPage page = queries.page("acme", "p-1", null, null, null, 50);

        assertThat(page.rows()).extracting(LedgerEntry::position).containsExactly(4L, 6L, 7L, 8L, 9L);
        assertThat(page.rows().get(1))
                .isEqualTo(new LedgerEntry(
                        6,
                        2,
                        "journal-6",
                        "STAKE",
                        "SPORTS_NORMAL",
                        "KRW",
                        NORMAL,
                        "BET_HOLD",
                        -4_000,
                        10_000,
                        6_000,
                        4_000,
                        "reference-1",
                        1,
                        Instant.parse("2026-01-01T00:00:06Z")));
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void listsOneBucket() {
        assertThat(queries.page("acme", "p-1", "WITHDRAWABLE", null, null, 50).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.amountMinor()).isEqualTo(7_000));
        assertThat(queries.page("acme", "p-1", "NO_SUCH", null, null, 50).rows())
                .isEmpty();
        assertThat(queries.page("other", "p-1", null, null, null, 50).rows()).isEmpty();
        assertThat(queries.page("acme", "p-1", null, "EUR", null, 50).rows()).isEmpty();
        assertThat(queries.page("acme", "p-1", null, "KRW", null, 50).rows()).isNotEmpty();
    }

    @Test
    void pagesWithoutLossWhileRowsAreAdded() {
        LedgerPage first = queries.page("acme", "p-1", null, null, null, 3);
        database.project(script.deposit(NORMAL, 5).events().getLast());
        LedgerPage second = queries.page("acme", "p-1", null, null, first.nextCursor(), 3);

        assertThat(first.rows()).extracting(LedgerEntry::position).containsExactly(4L, 6L, 7L);
        assertThat(second.rows()).extracting(LedgerEntry::position).containsExactly(8L, 9L, 10L);
        assertThat(second.nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "%%%", "bGVkZ2VyLTE6LTE", "bGVkZ2VyLTI6Nw", "bGVkZ2VyLTE6MDc"})
    void refusesACursorThatItDidNotGiveOut(String cursor) {
        assertThatThrownBy(() -> queries.page("acme", "p-1", null, null, cursor, 3))
                .isInstanceOf(MalformedCursorException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, LedgerQueries.MAX_LIMIT + 1})
    void refusesALimitOutOfRange(int limit) {
        assertThatThrownBy(() -> queries.page("acme", "p-1", null, null, null, limit))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
