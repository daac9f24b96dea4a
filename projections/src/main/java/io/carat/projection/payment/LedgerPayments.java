package io.carat.projection.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the ledger's movements with payment providers. They may trail the events by moments. */
public final class LedgerPayments {

    private static final String COLUMNS = """
        SELECT journal_id, reference_id, reason = 'DEPOSIT' AS deposit, abs(amount_minor) AS amount_minor, currency, occurred_at
        FROM projection.wallet_ledger
        WHERE account = 'PSP' AND brand_id = :brandId\
        """;

    private final JdbcClient jdbc;

    /** Reads this database. */
    public LedgerPayments(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The journal by which a deposit is credited. */
    public static String journalOfDeposit(String depositId) {
        return depositId + "/credit";
    }

    /** The journal by which a withdrawal is paid. */
    public static String journalOfPayout(String withdrawalId) {
        return withdrawalId + "/pay";
    }

    /** Those of a brand with these journals. */
    public List<LedgerPayment> of(String brandId, Collection<String> journalIds) {
        return jdbc.sql(COLUMNS + " AND journal_id = ANY(:journals)")
                .param("brandId", brandId)
                .param("journals", journalIds.toArray(String[]::new))
                .query(LedgerPayments::read)
                .list();
    }

    /**
     * Those of a brand in a period that have none of these journals, oldest first.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public List<LedgerPayment> others(String brandId, Instant from, Instant to, Collection<String> journalIds) {
        return jdbc.sql(COLUMNS + """
             AND occurred_at >= :from AND occurred_at < :to AND journal_id <> ALL(:journals)
            ORDER BY occurred_at, journal_id\
            """)
                .param("brandId", brandId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("journals", journalIds.toArray(String[]::new))
                .query(LedgerPayments::read)
                .list();
    }

    private static LedgerPayment read(ResultSet row, int number) throws SQLException {
        return new LedgerPayment(
                row.getString("journal_id"),
                row.getString("reference_id"),
                row.getBoolean("deposit"),
                row.getLong("amount_minor"),
                row.getString("currency"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }
}
