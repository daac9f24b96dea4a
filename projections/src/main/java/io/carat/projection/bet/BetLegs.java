package io.carat.projection.bet;

import io.carat.core.bet.Leg;
import io.carat.core.bet.LegAmount;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of a bet's legs. */
final class BetLegs {

    private static final String INSERT = """
        INSERT INTO projection.wallet_bet_leg (
            authorization_id, leg, source, bucket_id, bucket_type_code, stake_minor, bonus_id)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String PAY = """
        UPDATE projection.wallet_bet_leg SET payout_minor = payout_minor + ? WHERE authorization_id = ? AND leg = ?\
        """;

    private static final String REFUND = """
        UPDATE projection.wallet_bet_leg SET refunded_minor = refunded_minor + ? WHERE authorization_id = ? AND leg = ?\
        """;

    private static final int BATCH = 100;

    private final JdbcTemplate jdbc;

    BetLegs(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void insert(String authorizationId, List<Leg> legs) {
        jdbc.batchUpdate(INSERT, legs, BATCH, (statement, leg) -> {
            statement.setString(1, authorizationId);
            statement.setInt(2, leg.number());
            statement.setString(3, leg.source().name());
            statement.setString(4, leg.bucketId());
            statement.setString(5, leg.bucketTypeCode());
            statement.setLong(6, leg.stakeMinor());
            statement.setString(7, leg.bonusId());
        });
    }

    /** Adds payouts per leg. */
    void pay(String authorizationId, List<LegAmount> payouts) {
        add(PAY, authorizationId, payouts);
    }

    /** Adds stakes given back per leg. */
    void refund(String authorizationId, List<LegAmount> refunds) {
        add(REFUND, authorizationId, refunds);
    }

    private void add(String sql, String authorizationId, List<LegAmount> amounts) {
        for (int[] batch : jdbc.batchUpdate(sql, amounts, BATCH, (statement, amount) -> {
            statement.setLong(1, amount.amountMinor());
            statement.setString(2, authorizationId);
            statement.setInt(3, amount.leg());
        })) {
            for (int changed : batch) {
                if (changed != 1) {
                    throw new IllegalStateException(authorizationId + " has not all of the legs in " + amounts);
                }
            }
        }
    }
}
