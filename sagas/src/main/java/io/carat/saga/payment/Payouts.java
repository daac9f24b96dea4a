package io.carat.saga.payment;

import io.carat.core.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The payouts and where they stand: table {@code payout}. Every call is one statement, in the caller's transaction if any. */
public final class Payouts {

    private static final String TAKE = """
        WITH due AS (
            SELECT withdrawal_id, stage FROM payout
            WHERE payment_provider_id = :provider AND next_attempt_at <= :now
            ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        UPDATE payout SET stage = 'ASKED', attempts = payout.attempts + 1, next_attempt_at = :lease
        FROM due WHERE payout.withdrawal_id = due.withdrawal_id
        RETURNING payout.withdrawal_id, payment_provider_id, amount_minor, currency, destination, attempts,
                  due.stage AS stage\
        """;

    private static final String FIND = """
        SELECT withdrawal_id, payment_provider_id, amount_minor, currency, destination, attempts, stage
        FROM payout WHERE withdrawal_id = :id\
        """;

    private final JdbcClient jdbc;

    /** Those of this database. */
    public Payouts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Opens a payout, due at once; one that is there stays as it is. */
    public void open(PayoutInstruction instruction, String paymentProviderId, Instant now) {
        jdbc.sql("""
            INSERT INTO payout (withdrawal_id, payment_provider_id, amount_minor, currency, destination, stage, opened_at,
                                next_attempt_at)
            VALUES (:id, :provider, :amount, :currency, :destination, 'DUE', :now, :now)
            ON CONFLICT (withdrawal_id) DO NOTHING\
            """)
                .param("id", instruction.reference())
                .param("provider", paymentProviderId)
                .param("amount", instruction.amount().amountMinor())
                .param("currency", instruction.amount().currency())
                .param("destination", instruction.destination())
                .param("now", time(now))
                .update();
    }

    /**
     * Takes up the payout that is due longest, for as long as the lease; nobody else takes it up meanwhile. It is stored as
     * {@link PayoutStage#ASKED} before anything is sent: after a crash, the provider is asked. The stage that is returned is
     * the one before.
     */
    public Optional<Payout> take(String paymentProviderId, Instant now, Duration lease) {
        return jdbc.sql(TAKE)
                .param("provider", paymentProviderId)
                .param("now", time(now))
                .param("lease", time(now.plus(lease)))
                .query(Payouts::read)
                .optional();
    }

    /** The payout of a withdrawal. */
    public Optional<Payout> find(String withdrawalId) {
        return jdbc.sql(FIND).param("id", withdrawalId).query(Payouts::read).optional();
    }

    /** Puts off an attempt that did not conclude; has no effect when the payout has ended or was taken up again. */
    public void putOff(Payout taken, PayoutStage stage, Instant next, String answer) {
        jdbc.sql("""
            UPDATE payout SET stage = :stage, next_attempt_at = :next, last_answer = :answer
            WHERE withdrawal_id = :id AND attempts = :attempt AND stage = 'ASKED'\
            """)
                .param("id", taken.withdrawalId())
                .param("attempt", taken.attempt())
                .param("stage", stage.name())
                .param("next", time(next))
                .param("answer", answer)
                .update();
    }

    /** Ends a payout: nothing is asked any more. One that has ended keeps its end, unless people must look. */
    public void end(String withdrawalId, PayoutStage stage, @Nullable String answer, Instant now) {
        jdbc.sql("""
            UPDATE payout SET stage = :stage, next_attempt_at = NULL, last_answer = coalesce(:answer, last_answer),
                              ended_at = coalesce(ended_at, :now)
            WHERE withdrawal_id = :id AND (ended_at IS NULL OR :stage = 'CONTRADICTED') AND stage <> 'CONTRADICTED'\
            """)
                .param("id", withdrawalId)
                .param("stage", stage.name())
                .param("answer", answer)
                .param("now", time(now))
                .update();
    }

    /** How many payouts stand there. */
    public long count(PayoutStage stage) {
        return jdbc.sql("SELECT count(*) FROM payout WHERE stage = :stage")
                .param("stage", stage.name())
                .query(Long.class)
                .single();
    }

    /** Since when the oldest payout without an outcome is open. */
    public Optional<Instant> oldestOpen() {
        return jdbc.sql("SELECT opened_at FROM payout WHERE ended_at IS NULL ORDER BY opened_at LIMIT 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Payout read(ResultSet row, int number) throws SQLException {
        return new Payout(
                new PayoutInstruction(
                        row.getString("withdrawal_id"),
                        new Money(row.getLong("amount_minor"), row.getString("currency")),
                        row.getString("destination")),
                row.getString("payment_provider_id"),
                PayoutStage.valueOf(row.getString("stage")),
                row.getInt("attempts"));
    }
}
