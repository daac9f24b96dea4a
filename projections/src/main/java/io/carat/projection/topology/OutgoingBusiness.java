package io.carat.projection.topology;

import io.carat.core.topology.BucketType;
import io.carat.core.topology.Leftover;
import io.carat.core.topology.Topology;
import io.carat.projection.bet.BetProjection;
import io.carat.projection.catalogue.CatalogueProjection;
import io.carat.projection.ledger.LedgerProjection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is open under a topology, as the read models know it; what they do not know is read from the buckets named. */
public final class OutgoingBusiness {

    /** The processors whose read models are counted. They must have taken the log up to the position of the count. */
    public static final List<String> PROCESSORS =
            List.of(LedgerProjection.PROCESSOR, BetProjection.PROCESSOR, CatalogueProjection.PROCESSOR);

    private static final String OPEN_BETS = """
        SELECT count(*) FROM wallet_bet_authorization
        WHERE topology_code = :code AND status IN ('AUTHORIZED', 'PARTIALLY_SETTLED')\
        """;

    private static final String BALANCES = """
        SELECT count(*) FROM wallet_bucket
        WHERE topology_code = :code AND bucket_type_code = ANY (:types) AND (available_minor <> 0 OR held_minor <> 0)\
        """;

    // A withdrawal's rows are those of its bucket whose event moved WITHDRAW_HOLD; it is open while they do not net to
    // 0.
    private static final String WITHDRAWAL_HOLDS = """
        SELECT count(*) FROM (
            SELECT own.reference_id
            FROM wallet_bucket AS bucket
            JOIN wallet_ledger AS own ON own.bucket_id = bucket.bucket_id
            JOIN wallet_ledger AS hold ON hold.position = own.position AND hold.account = 'WITHDRAW_HOLD'
            WHERE bucket.topology_code = :code AND bucket.role = 'WITHDRAWABLE' AND bucket.held_minor <> 0
            GROUP BY own.reference_id
            HAVING sum(hold.amount_minor) <> 0) AS open_withdrawal\
        """;

    // A grant is of a topology's code and not of its version.
    private static final String COUPON_GRANTS = """
        SELECT count(*) FROM wallet_coupon_grant
        WHERE topology_code = :code AND topology_code <> :next AND remaining_minor + reserved_minor > 0\
        """;

    private static final String GAMES = "SELECT count(*) FROM wallet_game WHERE product <> ALL (:products)";

    private static final String BUCKETS = """
        SELECT bucket_id FROM wallet_bucket
        WHERE topology_code = :code AND bucket_type_code = ANY (:types) AND bucket_id > :after
        ORDER BY bucket_id LIMIT :limit\
        """;

    private final JdbcClient jdbc;

    /** Reads this database. */
    public OutgoingBusiness(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * What is open under a topology that another one would not reach. Requirements and receivables are not in the read
     * models: see {@link #bucketsAfter}.
     *
     * @param outgoing the topology in force
     * @param incoming the one that would take its place
     */
    public Map<Leftover, Long> count(Topology outgoing, Topology incoming) {
        Map<Leftover, Long> counts = new EnumMap<>(Leftover.class);
        counts.put(Leftover.OPEN_BETS, number(jdbc.sql(OPEN_BETS).param("code", outgoing.code())));
        counts.put(Leftover.WITHDRAWAL_HOLDS, number(jdbc.sql(WITHDRAWAL_HOLDS).param("code", outgoing.code())));
        counts.put(
                Leftover.BALANCES,
                number(jdbc.sql(BALANCES).param("code", outgoing.code()).param("types", lost(outgoing, incoming))));
        counts.put(
                Leftover.COUPON_GRANTS,
                number(jdbc.sql(COUPON_GRANTS).param("code", outgoing.code()).param("next", incoming.code())));
        counts.put(
                Leftover.GAMES,
                number(jdbc.sql(GAMES).param("products", incoming.products().toArray(String[]::new))));
        return counts;
    }

    /** The ids of buckets that would be lost, in order, after a bucket's id; at most so many. */
    public List<String> bucketsAfter(Topology outgoing, Topology incoming, String after, int limit) {
        return jdbc.sql(BUCKETS)
                .param("code", outgoing.code())
                .param("types", lost(outgoing, incoming))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String[] lost(Topology outgoing, Topology incoming) {
        return outgoing.lostIn(incoming).stream().map(BucketType::code).toArray(String[]::new);
    }

    private static long number(JdbcClient.StatementSpec query) {
        return query.query(Long.class).single();
    }
}
