package io.carat.ops.bench.contestant;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.bench.TestDatabases;
import io.carat.ops.bench.host.Target;
import io.carat.ops.bench.load.Load;
import io.carat.ops.bench.load.ProviderChoice;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fraction of a second of each: that they do what they say, not how fast. */
class ContestantsTest {

    private static final int ACCOUNTS = 5;
    private static final int RAW_EVENTS = 100;

    @TempDir
    Path directory;

    private boolean keyed;
    private TestDatabases databases;
    private Target target;

    @BeforeEach
    void open() {
        databases = new TestDatabases(directory);
        target = databases.create("any");
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @ParameterizedTest
    @EnumSource(Load.class)
    void settlesEveryBetOnItsOwnEngine(Load load) throws SQLException {
        RunResult result = run(ContestantKind.ENGINE, 0, spec(load));
        betsWereSettled(result);
        assertThat(number("SELECT count(*) - max(position) FROM domain_event")).isZero();
        assertThat(number("SELECT count(*) FROM domain_event WHERE event_name = 'bet.authorized.v1'"))
                .isEqualTo(number("SELECT count(*) FROM domain_event WHERE event_name = 'bet.settled.v1'"))
                .isPositive();
    }

    @Test
    void settlesBetsOfOnePlayerWhateverTheLoad() throws SQLException {
        betsWereSettled(run(ContestantKind.ENGINE_HOT, 0, spec(Load.UNIFORM)));
        assertThat(number("SELECT count(*) FROM stream_head WHERE stream_id LIKE 'player:%'"))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Load.class)
    void settlesTheSameBetsOnTheStockEngine(Load load) throws SQLException {
        RunResult result = run(ContestantKind.STOCK, 0, spec(load));
        betsWereSettled(result);
        assertThat(number("SELECT count(*) FROM DomainEventEntry WHERE payloadType = 'bet.settled.v1'"))
                .isPositive();
    }

    private static void betsWereSettled(RunResult result) {
        worked(result);
        assertThat(result.latencies()).containsOnlyKeys("authorize", "settle");
        assertThat(result.events()).isGreaterThan(result.operations());
    }

    @ParameterizedTest
    @EnumSource(Load.class)
    void keepsTheSumOfAllAccountsInSql(Load load) throws SQLException {
        worked(run(ContestantKind.SQL, 0, spec(load)));
        assertThat(number("SELECT sum(balance) - count(*) * 1000000000000 FROM account"))
                .isZero();
        assertThat(number("SELECT sum(amount) FROM entry")).isZero();
        assertThat(number("SELECT count(*) FROM account a WHERE balance - 1000000000000"
                        + " <> (SELECT coalesce(sum(amount), 0) FROM entry e WHERE e.account_id = a.id)"))
                .isZero();
    }

    @Test
    void usesEachRequestKeyOnceInSql() throws SQLException {
        keyed = true;
        worked(run(ContestantKind.SQL, 0, spec(Load.UNIFORM)));
        assertThat(number("SELECT count(*) FROM transfer"))
                .isEqualTo(number("SELECT count(DISTINCT transfer_id) FROM entry"))
                .isPositive();
    }

    @Test
    void touchesTheHotAccountByEveryTransfer() throws SQLException {
        worked(run(ContestantKind.SQL_HOT, 0, spec(Load.UNIFORM)));
        assertThat(number("SELECT count(*) FROM entry WHERE account_id = " + ACCOUNTS))
                .isEqualTo(number("SELECT count(DISTINCT transfer_id) FROM entry"))
                .isPositive();
    }

    @Test
    void appendsRawRowsInBatchesToATableLikeTheRealOne() throws SQLException {
        RunResult result = run(ContestantKind.RAW, 0, spec(Load.UNIFORM));
        worked(result);
        assertThat(result.operations() % RawContestant.BATCH_ROWS).isZero();
        assertThat(number("SELECT count(*) - max(position) FROM raw.domain_event"))
                .isZero();
        assertThat(number("SELECT count(DISTINCT event_id) - count(*) FROM raw.domain_event"))
                .isZero();
        assertThat(number("SELECT count(*) FROM pg_index WHERE indrelid = 'raw.domain_event'::regclass"))
                .isEqualTo(number("SELECT count(*) FROM pg_index WHERE indrelid = 'domain_event'::regclass"));
        assertThat(number("SELECT count(*) FROM (SELECT FROM raw.domain_event GROUP BY stream_id, sequence"
                        + " HAVING count(*) > 1) AS twice"))
                .isZero();
    }

    @Test
    void goesOnInAFilledStore() throws SQLException {
        betsWereSettled(run(ContestantKind.ENGINE, 5_000, spec(Load.UNIFORM)));
        assertThat(number("SELECT count(*) - max(position) FROM domain_event")).isZero();
        assertThat(number("SELECT count(*) FROM domain_event")).isGreaterThan(5_000);
        assertThat(number("SELECT max(position) FROM domain_event"))
                .isEqualTo(number("SELECT last_position FROM event_log_head"));
        assertThat(number("""
            SELECT count(*)
              FROM stream_head
              FULL JOIN (SELECT stream_id, max(sequence) AS version, min(position) AS first, max(position) AS last,
                                count(*) AS events
                           FROM domain_event GROUP BY stream_id) AS streams USING (stream_id)
             WHERE (stream_head.version, first_position, last_position, events) IS DISTINCT FROM
                   (streams.version, streams.first, streams.last, streams.version + 1)
            """)).isZero();
    }

    @Test
    void keepsTheFastestNumberOfConnections() {
        ContestantSetup setup = setup(ContestantKind.SQL, 0, List.of(1, 2));
        try (Contestant sql = setup.open()) {
            worked(sql.warmUp(spec(Load.UNIFORM)));
            worked(sql.run(spec(Load.UNIFORM)));
        }
    }

    private static void worked(RunResult result) {
        assertThat(result.firstFailure()).isNull();
        assertThat(result.failures()).isZero();
        assertThat(result.operations()).isPositive();
    }

    private RunResult run(ContestantKind kind, long prefill, RunSpec spec) {
        try (Contestant contestant = setup(kind, prefill, List.of(2)).open()) {
            return contestant.run(spec);
        }
    }

    private ContestantSetup setup(ContestantKind kind, long prefill, List<Integer> connections) {
        return new ContestantSetup(
                kind,
                target,
                ACCOUNTS,
                connections,
                keyed,
                4,
                RAW_EVENTS,
                prefill,
                directory.toString(),
                null,
                List.of());
    }

    private static RunSpec spec(Load load) {
        return new RunSpec("r1", 0.3, ACCOUNTS, 4, load, ProviderChoice.SPREAD, 1);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = target.connect()) {
            return Sql.number(connection, sql);
        }
    }
}
