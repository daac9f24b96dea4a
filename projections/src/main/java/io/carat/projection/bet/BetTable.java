package io.carat.projection.bet;

import io.carat.core.bet.BetStatus;
import io.carat.projection.bulk.BulkStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes the rows of bets. */
final class BetTable {

    private static final String CHANGE = """
        UPDATE projection.wallet_bet_authorization AS bet
        SET status = coalesce(run.status, bet.status), payout_minor = payout_minor + run.payout,
            refunded_minor = refunded_minor + run.refunded,
            cashed_out_minor = cashed_out_minor + run.cashed_out, sequence = run.last_sequence, position = run.position,
            updated_at = run.at
        FROM :rows AS run (authorization_id, first_sequence, last_sequence, status, payout, refunded, cashed_out,
                             position, at)
        WHERE bet.authorization_id = run.authorization_id AND bet.sequence = run.first_sequence - 1
        RETURNING bet.authorization_id\
        """;

    private final JdbcClient jdbc;
    private final BulkStatement<BetRun> change;

    BetTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.change = BulkStatement.<BetRun>of()
                .text(BetRun::authorizationId)
                .bigint(BetRun::firstSequence)
                .bigint(BetRun::lastSequence)
                .text(run -> name(run.status()))
                .bigint(BetRun::payoutMinor)
                .bigint(BetRun::refundedMinor)
                .bigint(BetRun::cashedOutMinor)
                .bigint(BetRun::position)
                .time(BetRun::at)
                .statement(dataSource, CHANGE);
    }

    /** Whether the row has this event already. */
    boolean holds(BetChange change) {
        return jdbc.sql("""
            SELECT EXISTS (SELECT FROM projection.wallet_bet_authorization
                           WHERE authorization_id = :id AND sequence >= :sequence AND position >= :position)\
            """)
                .param("id", change.authorizationId())
                .param("sequence", change.sequence())
                .param("position", change.position())
                .query(Boolean.class)
                .single();
    }

    /** Adds to what bets paid and gave back; returns the ids of those whose last event was the one before. */
    Set<String> change(List<BetRun> runs) {
        return new HashSet<>(change.query(runs, (row, number) -> row.getString(1)));
    }

    private static @Nullable String name(@Nullable BetStatus status) {
        return status == null ? null : status.name();
    }
}
