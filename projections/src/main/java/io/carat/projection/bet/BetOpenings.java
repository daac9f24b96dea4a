package io.carat.projection.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.projection.bulk.BulkStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Adds the rows of bets. */
final class BetOpenings {

    private static final String INSERT = """
        INSERT INTO projection.wallet_bet_authorization (
            authorization_id, brand_id, player_id, provider_id, bet_id, currency, status, round_id, game_id, product,
            stake_minor, odds_milli, topology_code, topology_version, policy_code, policy_version,
            sequence, position, opened_at, updated_at)
        SELECT *, at FROM :rows AS opened (
            authorization_id, brand_id, player_id, provider_id, bet_id, currency, status, round_id, game_id, product,
            stake_minor, odds_milli, topology_code, topology_version, policy_code, policy_version,
            sequence, position, at)
        ON CONFLICT (authorization_id) DO NOTHING
        RETURNING authorization_id\
        """;

    private final BulkStatement<BetOpening> insert;

    BetOpenings(DataSource dataSource) {
        this.insert = BulkStatement.<BetOpening>of()
                .text(BetOpening::authorizationId)
                .text(BetOpening::brandId)
                .text(BetOpening::playerId)
                .text(BetOpening::providerId)
                .text(BetOpening::betId)
                .text(BetOpening::currency)
                .text(opening -> opening.status().name())
                .text(opening -> opening.decided(BetAuthorized::roundId))
                .text(opening -> opening.decided(BetAuthorized::gameId))
                .text(opening -> opening.decided(BetAuthorized::product))
                .bigint(opening -> opening.decided(bet -> bet.stake().amountMinor()))
                .integer(opening -> opening.decided(BetAuthorized::oddsMilli))
                .text(opening -> opening.decided(bet -> bet.topology().code()))
                .integer(opening -> opening.decided(bet -> bet.topology().version()))
                .text(opening -> opening.decided(bet -> bet.policy().code()))
                .integer(opening -> opening.decided(bet -> bet.policy().version()))
                .bigint(opening -> opening.change().sequence())
                .bigint(opening -> opening.change().position())
                .time(opening -> opening.change().at())
                .statement(dataSource, INSERT);
    }

    /** Adds bets; returns the ids of those that were not there. */
    Set<String> add(List<BetOpening> openings) {
        return new HashSet<>(insert.query(openings, (row, number) -> row.getString(1)));
    }
}
