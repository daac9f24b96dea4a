package io.carat.ops.crash;

import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.LedgerReads;
import io.carat.ops.client.Patience;
import io.carat.ops.client.Topology;
import io.carat.ops.client.Wallet;
import io.carat.ops.client.WalletRef;
import io.carat.ops.simulation.JournalBooks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether every player has what the acknowledged commands add up to, to the last unit: less, and one is lost; more, and
 * one was done twice.
 */
record MoneyCheck(LedgerClient client, LogUnderTest log) {

    static final String BRAND = "acme";
    static final String CURRENCY = "KRW";

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10));

    /** What an ended bonus gives back to the house (rule book §4); no answer tells it, the ledger does. */
    private static final String GIVEN_BACK = """
        SELECT player_id, -sum(amount_minor)
        FROM wallet_ledger
        WHERE row_no = 1 AND reason IN ('LOW_BALANCE_RESIDUE', 'BONUS_EXCESS')
        GROUP BY player_id
        """;

    /** The players that have something else; to be asked when the read models are complete. */
    List<String> faults(List<Path> journals) throws SQLException {
        Map<String, Long> totals = JournalBooks.of(journals).totals();
        Map<String, Long> givenBack = givenBack();
        LedgerReads reads = new LedgerReads(client, PATIENCE);
        Set<String> points = points(reads.topology());
        List<String> faults = new ArrayList<>();
        totals.forEach((player, total) -> {
            long expected = total - givenBack.getOrDefault(player, 0L);
            long actual = sum(reads.wallet(new WalletRef(BRAND, player, CURRENCY)), points);
            if (actual != expected) {
                faults.add(player + " has " + actual + ", by the acknowledged commands it must be " + expected);
            }
        });
        return faults;
    }

    private Map<String, Long> givenBack() throws SQLException {
        Map<String, Long> sums = new HashMap<>();
        try (Connection connection = log.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(GIVEN_BACK)) {
            while (row.next()) {
                sums.put(row.getString(1), row.getLong(2));
            }
        }
        return sums;
    }

    private static Set<String> points(Topology topology) {
        return topology.buckets().stream()
                .filter(bucket -> bucket.role().equals("POINTS"))
                .map(Topology.BucketType::code)
                .collect(Collectors.toSet());
    }

    private static long sum(Wallet wallet, Set<String> points) {
        return wallet.buckets().stream()
                .filter(bucket -> !points.contains(bucket.type()))
                .mapToLong(bucket -> bucket.available() + bucket.held())
                .sum();
    }
}
