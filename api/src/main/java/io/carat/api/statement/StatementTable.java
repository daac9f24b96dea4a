package io.carat.api.statement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements that were compared, with their reports as text; in the caller's transaction. */
@Repository
class StatementTable {

    private final JdbcClient jdbc;

    StatementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stored> find(String brandId, String statementId) {
        return jdbc.sql("SELECT fingerprint, report FROM payment_statement WHERE brand_id = ? AND statement_id = ?")
                .params(brandId, statementId)
                .query((row, number) -> new Stored(row.getString("fingerprint"), row.getString("report")))
                .optional();
    }

    /** Which of these journals some statement has as paid. */
    Set<String> paid(String brandId, Collection<String> journalIds) {
        return new HashSet<>(
                jdbc.sql("SELECT journal_id FROM payment_statement_line WHERE brand_id = :brand AND journal_id ="
                                + " ANY(:ids)")
                        .param("brand", brandId)
                        .param("ids", journalIds.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    void add(String brandId, String statementId, Stored stored, String importedBy, Instant now) {
        jdbc.sql("""
            INSERT INTO payment_statement (brand_id, statement_id, fingerprint, report, imported_at, imported_by)
            VALUES (?, ?, ?, ?, ?, ?)\
            """)
                .params(
                        brandId,
                        statementId,
                        stored.fingerprint(),
                        stored.report(),
                        now.atOffset(ZoneOffset.UTC),
                        importedBy)
                .update();
    }

    void addPaid(String brandId, String statementId, Collection<String> journalIds) {
        jdbc.sql("""
            INSERT INTO payment_statement_line (brand_id, journal_id, statement_id)
            SELECT :brand, journal_id, :statement FROM unnest(:ids) AS journal_id\
            """)
                .param("brand", brandId)
                .param("statement", statementId)
                .param("ids", journalIds.toArray(String[]::new))
                .update();
    }

    /** A report as text, and what it was made from. */
    record Stored(String fingerprint, String report) {}
}
