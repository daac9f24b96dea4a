package io.carat.core.points;

import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.configuration.FirstStart;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RequestKey;
import io.carat.core.deposit.CreditDeposit;
import io.carat.core.money.Money;
import io.carat.core.points.PointsAnswer.PointsView;
import io.carat.core.points.PointsCommand.CreditPoints;
import io.carat.core.points.PointsCommand.ReadPoints;
import io.carat.core.points.PointsCommand.TransferPoints;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.PostgresLedger;
import io.carat.core.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** 64 transfers of one balance at once, by two nodes on one PostgreSQL: what is there is spent once. */
class PointsConcurrencyTest {

    private static final int TRANSFERS = 64;
    private static final int COVERED = 40;
    private static final int MOST_ATTEMPTS = 50;

    @Test
    void spendsEachPointOnce() throws Exception {
        try (TestDatabase database = TestDatabase.fresh().migrate();
                PostgresLedger one = new PostgresLedger(database);
                PostgresLedger other = new PostgresLedger(database);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            FirstStart.commands("RUBY_SPLIT_V1").forEach(one::send);
            one.send(new CreditDeposit(key("d"), "acme", "p-1", "SPORTS_NORMAL", new Money(1_000, "KRW"), "ref"));
            for (int lot = 0; lot < 4; lot++) {
                one.send(new CreditPoints(key("c" + lot), "acme", "p-1", COVERED * 100 / 4, null, "loyalty"));
            }
            List<Future<Outcome>> sent = new ArrayList<>();
            for (int i = 0; i < TRANSFERS; i++) {
                TransferPoints transfer = new TransferPoints(
                        key("t" + i), "acme", "p-1", "KRW", i % 2 == 0 ? "SPORTS_NORMAL" : "CASINO_NORMAL", 100);
                PostgresLedger node = i % 3 == 0 ? one : other;
                sent.add(threads.submit(() -> untilDecided(node, transfer)));
            }
            List<String> told = new ArrayList<>();
            for (Future<Outcome> outcome : sent) {
                told.add(told(outcome.get()));
            }
            assertThat(told).filteredOn("DONE"::equals).hasSize(COVERED);
            assertThat(told).filteredOn("INSUFFICIENT_FUNDS"::equals).hasSize(TRANSFERS - COVERED);
            PointsView view = (PointsView) ((Outcome.Done) one.send(new ReadPoints("acme", "p-1"))).answer();
            assertThat(view.balance()).isZero();
            assertThat(view.lots()).isEmpty();
            LedgerAudit audit = new LedgerAudit();
            List<LedgerEvent> events = one.since(0);
            audit.follow(events);
        }
    }

    /** A command that lost against the other node too often is sent again, under its key. */
    private static Outcome untilDecided(PostgresLedger node, TransferPoints transfer) {
        for (int attempt = 1; ; attempt++) {
            try {
                return node.send(transfer);
            } catch (CompletionException contended) {
                if (attempt == MOST_ATTEMPTS) {
                    throw contended;
                }
            }
        }
    }

    private static RequestKey key(String key) {
        return new RequestKey(key, key);
    }
}
