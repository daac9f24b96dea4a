package io.carat.projection.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bet.BetStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row of each bet. */
final class BetTable {

    private static final String AUTHORIZE = """
        INSERT INTO projection.wallet_bet_authorization (
            authorization_id, brand_id, player_id, provider_id, bet_id, currency, status, round_id, game_id, product,
            stake_minor, odds_milli, topology_code, topology_version, policy_code, policy_version,
            sequence, position, opened_at, updated_at)
        VALUES (:id, :brandId, :playerId, :providerId, :betId, :currency, :status, :roundId, :gameId, :product,
            :stake, :odds, :topologyCode, :topologyVersion, :policyCode, :policyVersion,
            :sequence, :position, :at, :at)
        ON CONFLICT (authorization_id) DO NOTHING\
        """;

    private static final String TOMBSTONE = """
        INSERT INTO projection.wallet_bet_authorization (
            authorization_id, brand_id, player_id, provider_id, bet_id, currency, status,
            sequence, position, opened_at, updated_at)
        VALUES (:id, :brandId, :playerId, :providerId, :betId, :currency, :status, :sequence, :position, :at, :at)
        ON CONFLICT (authorization_id) DO NOTHING\
        """;

    private static final String CHANGE = """
        UPDATE projection.wallet_bet_authorization
        SET status = coalesce(:status, status), payout_minor = payout_minor + :payout,
            refunded_minor = refunded_minor + :refunded, sequence = :sequence, position = :position, updated_at = :at
        WHERE authorization_id = :id AND sequence = :sequence - 1\
        """;

    private final JdbcClient jdbc;

    BetTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Whether the row has this event already. */
    boolean holds(String authorizationId, EventPlace place) {
        return jdbc.sql("""
            SELECT EXISTS (SELECT FROM projection.wallet_bet_authorization
                           WHERE authorization_id = :id AND sequence >= :sequence AND position >= :position)\
            """)
                .param("id", authorizationId)
                .param("sequence", place.sequence())
                .param("position", place.position())
                .query(Boolean.class)
                .single();
    }

    /** Adds a bet, and tells whether it did. */
    boolean authorize(BetAuthorized event, EventPlace place) {
        return at(AUTHORIZE, event.authorizationId(), place)
                        .param("brandId", event.brandId())
                        .param("playerId", event.playerId())
                        .param("providerId", event.providerId())
                        .param("betId", event.betId())
                        .param("currency", event.stake().currency())
                        .param("status", BetStatus.AUTHORIZED.name())
                        .param("roundId", event.roundId())
                        .param("gameId", event.gameId())
                        .param("product", event.product())
                        .param("stake", event.stake().amountMinor())
                        .param("odds", event.oddsMilli())
                        .param("topologyCode", event.topology().code())
                        .param("topologyVersion", event.topology().version())
                        .param("policyCode", event.policy().code())
                        .param("policyVersion", event.policy().version())
                        .update()
                == 1;
    }

    /** Adds a tombstone, and tells whether it did. */
    boolean tombstone(BetTombstoned event, EventPlace place) {
        return at(TOMBSTONE, event.authorizationId(), place)
                        .param("brandId", event.brandId())
                        .param("playerId", event.playerId())
                        .param("providerId", event.providerId())
                        .param("betId", event.betId())
                        .param("currency", event.currency())
                        .param("status", BetStatus.TOMBSTONED.name())
                        .update()
                == 1;
    }

    /**
     * Adds to what a bet paid and gave back, in minor units.
     *
     * @param status the new status, null to keep it
     * @return whether the bet was there, with the event before as its last
     */
    boolean change(
            String authorizationId,
            EventPlace place,
            @Nullable BetStatus status,
            long payoutMinor,
            long refundedMinor) {
        return at(CHANGE, authorizationId, place)
                        .param("status", status == null ? null : status.name())
                        .param("payout", payoutMinor)
                        .param("refunded", refundedMinor)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec at(String sql, String authorizationId, EventPlace place) {
        return jdbc.sql(sql)
                .param("id", authorizationId)
                .param("sequence", place.sequence())
                .param("position", place.position())
                .param("at", place.at().atOffset(ZoneOffset.UTC));
    }

    /** Where an event is: in its stream, in the global order, and in time. */
    record EventPlace(long sequence, long position, Instant at) {}
}
