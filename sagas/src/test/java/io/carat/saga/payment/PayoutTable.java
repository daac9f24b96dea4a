package io.carat.saga.payment;

import io.carat.core.money.Money;
import io.carat.core.testing.TestDatabase;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with payouts in it. */
final class PayoutTable implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.fresh().migrate();

    final Payouts payouts = new Payouts(database.dataSource());

    static PayoutInstruction instruction(String id) {
        return new PayoutInstruction(id, new Money(4_000, "KRW"), "account-1");
    }

    void open(String id) {
        payouts.open(instruction(id), "psp", NOW);
    }

    /** A payout as {@code "STAGE attempts last-answer"}, with the seconds until it is due or {@code "ended"}. */
    String row(String id) {
        return sql().sql("""
            SELECT stage || ' ' || attempts || ' ' || coalesce(last_answer, '-') || ' '
                || coalesce('in ' || extract(epoch FROM next_attempt_at - :now)::int, 'ended')
            FROM payout WHERE withdrawal_id = :id\
            """)
                .param("now", java.sql.Timestamp.from(NOW))
                .param("id", id)
                .query(String.class)
                .single();
    }

    void clear() {
        sql().sql("DELETE FROM payout").update();
    }

    private JdbcClient sql() {
        return JdbcClient.create(database.dataSource());
    }

    @Override
    public void close() {
        database.close();
    }
}
