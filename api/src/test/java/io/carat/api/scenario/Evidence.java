package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.carat.projection.ProcessorLag;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What steps 8 to 10 of the runbook's local validation confirm after a flow, by SQL as an auditor would. */
final class Evidence {

    private final JdbcClient jdbc;
    private final String player;

    private Evidence(RunningServer server, String player) {
        this.jdbc = JdbcClient.create(server.bean(DataSource.class));
        this.player = player;
    }

    /** Confirms all of it for one player, once the read models have come to the end of the log. */
    static void confirm(Player player) {
        RunningServer server = player.server();
        ProcessorLag lag = server.bean(ProcessorLag.class);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> lag.of("wallet-ledger") == 0 && lag.of("wallet-bet-authorization") == 0);
        Evidence evidence = new Evidence(server, player.id);
        evidence.everyMoneyMovementHasImmutableLedgerRows();
        evidence.everySettledOrRolledBackBetHasAStoredAuthorization();
        evidence.snapshotsExistOnTransactionalRecords();
    }

    private void everyMoneyMovementHasImmutableLedgerRows() {
        assertThat(found("""
            SELECT event.stream_id || ' ' || (event.payload::jsonb -> 'posting' ->> 'entry') AS movement
            FROM domain_event AS event
            WHERE event.stream_id LIKE 'bucket:acme:' || :player || ':%'
              AND event.payload::jsonb -> 'posting' ->> 'entry' IS NOT NULL
            EXCEPT
            SELECT bucket_id || ' ' || entry FROM wallet_ledger WHERE player_id = :player\
            """)).as("movements without a ledger row").isEmpty();
        assertThat(found("""
            SELECT bucket_id || ' has a gap' FROM wallet_ledger WHERE player_id = :player AND bucket_id IS NOT NULL
            GROUP BY bucket_id HAVING max(entry) <> count(*)
            UNION ALL
            SELECT journal_id || ' does not net to zero' FROM wallet_ledger WHERE player_id = :player
            GROUP BY journal_id, currency HAVING sum(amount_minor) <> 0
            UNION ALL
            SELECT bucket.bucket_id || ' is not what its last row says'
            FROM wallet_bucket AS bucket
            JOIN wallet_ledger AS tip ON tip.bucket_id = bucket.bucket_id AND tip.entry = bucket.entry
            WHERE bucket.player_id = :player
              AND (bucket.available_minor, bucket.held_minor) <> (tip.after_minor, tip.held_after_minor)\
            """)).isEmpty();
        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE projection.wallet_ledger SET amount_minor = 1 WHERE player_id = :player")
                                .param("player", player)
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
    }

    private void everySettledOrRolledBackBetHasAStoredAuthorization() {
        assertThat(found("""
            SELECT DISTINCT ended.stream_id
            FROM domain_event AS ended
            JOIN domain_event AS opened ON opened.stream_id = ended.stream_id AND opened.event_name = 'bet.authorized.v1'
            WHERE ended.event_name IN ('bet.settled.v1', 'bet.rolled-back.v1')
              AND opened.payload::jsonb ->> 'playerId' = :player
              AND NOT EXISTS (
                SELECT FROM wallet_bet_authorization AS bet
                WHERE bet.authorization_id = ended.stream_id AND jsonb_array_length(bet.funding) > 0)\
            """)).as("ended bets without an authorization").isEmpty();
    }

    private void snapshotsExistOnTransactionalRecords() {
        assertThat(found("""
            SELECT event_name || ' ' || stream_id FROM domain_event
            WHERE payload::jsonb ->> 'playerId' = :player
              AND event_name IN ('deposit.credited.v1', 'bet.authorized.v1', 'bonus.granted.v1', 'win.recorded.v1',
                                 'points.transferred.v1', 'transfer.made.v1', 'coupon.offered.v1')
              AND (payload::jsonb #>> '{topology,version}' IS NULL OR payload::jsonb #>> '{policy,version}' IS NULL)
            UNION ALL
            SELECT event_name || ' ' || stream_id FROM domain_event
            WHERE payload::jsonb ->> 'playerId' = :player AND event_name = 'withdrawal.requested.v1'
              AND payload::jsonb #>> '{topology,version}' IS NULL
            UNION ALL
            SELECT event_name || ' ' || stream_id FROM domain_event
            WHERE stream_id LIKE 'bucket:acme:' || :player || ':%'
              AND jsonb_typeof(payload::jsonb -> 'requirement') = 'object'
              AND (payload::jsonb #>> '{requirement,topology,version}' IS NULL
                   OR payload::jsonb #>> '{requirement,policy,version}' IS NULL)
            UNION ALL
            SELECT authorization_id FROM wallet_bet_authorization
            WHERE player_id = :player AND num_nulls(topology_code, topology_version, policy_code, policy_version) > 0
              AND status <> 'TOMBSTONED'\
            """)).as("records without their topology or policy").isEmpty();
    }

    private List<String> found(String sql) {
        return jdbc.sql(sql)
                .param("player", player)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
