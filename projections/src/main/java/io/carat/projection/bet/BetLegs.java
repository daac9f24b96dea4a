package io.carat.projection.bet;

import io.carat.core.bet.Leg;
import io.carat.core.bet.LegAmount;
import io.carat.projection.bulk.BulkStatement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The rows of bets' legs. */
final class BetLegs {

    private static final String INSERT = """
        INSERT INTO projection.wallet_bet_leg (
            authorization_id, leg, source, bucket_id, bucket_type_code, stake_minor, bonus_id)
        SELECT * FROM :rows\
        """;

    private static final String ADD = """
        UPDATE projection.wallet_bet_leg AS leg
        SET payout_minor = payout_minor + returned.payout, refunded_minor = refunded_minor + returned.refunded,
            cashed_out_minor = cashed_out_minor + returned.cashed_out
        FROM :rows AS returned (authorization_id, leg, payout, refunded, cashed_out)
        WHERE leg.authorization_id = returned.authorization_id AND leg.leg = returned.leg\
        """;

    private final BulkStatement<BetLeg> insert;
    private final BulkStatement<Returned> add;

    BetLegs(DataSource dataSource) {
        this.insert = BulkStatement.<BetLeg>of()
                .text(BetLeg::authorizationId)
                .integer(row -> row.leg.number())
                .text(row -> row.leg.source().name())
                .text(row -> row.leg.bucketId())
                .text(row -> row.leg.bucketTypeCode())
                .bigint(row -> row.leg.stakeMinor())
                .text(row -> row.leg.bonusId())
                .statement(dataSource, INSERT);
        this.add = BulkStatement.<Returned>of()
                .text(row -> row.leg.authorizationId)
                .integer(row -> row.leg.number)
                .bigint(Returned::payoutMinor)
                .bigint(Returned::refundedMinor)
                .bigint(Returned::cashedOutMinor)
                .statement(dataSource, ADD);
    }

    /** Adds legs. */
    void insert(List<BetLeg> legs) {
        insert.update(legs);
    }

    /**
     * Adds what runs paid, gave back and bought back per leg.
     *
     * @throws IllegalStateException if one of the legs is not there
     */
    void add(List<BetRun> runs) {
        Map<LegKey, Returned> sums = new LinkedHashMap<>();
        runs.stream().flatMap(BetLegs::returned).forEach(one -> sums.merge(one.leg, one, Returned::plus));
        Collection<Returned> rows = sums.values();
        if (add.update(List.copyOf(rows)) != rows.size()) {
            throw new IllegalStateException("Not all of these legs are there: " + sums.keySet());
        }
    }

    private static Stream<Returned> returned(BetRun run) {
        return Stream.of(
                        run.payouts().stream().map(paid -> new Returned(key(run, paid), paid.amountMinor(), 0, 0)),
                        run.refunds().stream()
                                .map(refund -> new Returned(key(run, refund), 0, refund.amountMinor(), 0)),
                        run.cashedOut().stream().map(sold -> new Returned(key(run, sold), 0, 0, sold.amountMinor())))
                .flatMap(returned -> returned);
    }

    private static LegKey key(BetRun run, LegAmount amount) {
        return new LegKey(run.authorizationId(), amount.leg());
    }

    /** A leg of a bet. */
    record BetLeg(String authorizationId, Leg leg) {

        static Stream<BetLeg> of(BetOpening opening) {
            return opening.legs().stream().map(leg -> new BetLeg(opening.authorizationId(), leg));
        }
    }

    private record LegKey(String authorizationId, int number) {}

    private record Returned(LegKey leg, long payoutMinor, long refundedMinor, long cashedOutMinor) {

        Returned plus(Returned other) {
            return new Returned(
                    leg,
                    payoutMinor + other.payoutMinor,
                    refundedMinor + other.refundedMinor,
                    cashedOutMinor + other.cashedOutMinor);
        }
    }
}
