package io.carat.projection.ledger;

import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.Posting;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds rows to the ledger. */
final class LedgerTable {

    private static final String INSERT = """
        INSERT INTO projection.wallet_ledger (
            position, row_no, journal_id, reason, account, bucket_id, brand_id, player_id, currency, topology_code,
            topology_version, bucket_type_code, entry, amount_minor, before_minor, after_minor, held_after_minor,
            counter_account, reference_id, leg, occurred_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final int[] TYPES = {
        Types.BIGINT,
        Types.SMALLINT,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.INTEGER,
        Types.VARCHAR,
        Types.BIGINT,
        Types.BIGINT,
        Types.BIGINT,
        Types.BIGINT,
        Types.BIGINT,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.INTEGER,
        Types.TIMESTAMP_WITH_TIMEZONE
    };

    private final JdbcTemplate jdbc;

    LedgerTable(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Adds the rows of a movement; the keys refuse a second time. */
    void insert(Posted event, int topologyVersion, long position, Instant at) {
        BucketKey key = BucketKey.parse(event.bucketId());
        List<@Nullable Object[]> rows = LedgerRow.of(event).stream()
                .map(row -> columns(row, event, key, topologyVersion, position, at))
                .toList();
        jdbc.batchUpdate(INSERT, rows, TYPES);
    }

    /** Whether this movement has its rows at this position. */
    boolean holds(Posted event, long position) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                SELECT EXISTS (SELECT FROM projection.wallet_ledger
                               WHERE position = ? AND row_no = ? AND bucket_id = ? AND entry = ?)\
                """,
                Boolean.class,
                position,
                LedgerRow.OWN,
                event.bucketId(),
                event.posting().entry()));
    }

    private static @Nullable Object[] columns(
            LedgerRow row, Posted event, BucketKey key, int topologyVersion, long position, Instant at) {
        Posting posting = event.posting();
        boolean own = row.isOwn();
        return new @Nullable Object[] {
            position,
            row.rowNo(),
            posting.journalId(),
            posting.reason().name(),
            row.account(),
            own ? event.bucketId() : null,
            key.brandId(),
            key.playerId(),
            key.currency(),
            key.topologyCode(),
            topologyVersion,
            own ? key.bucketTypeCode() : null,
            own ? posting.entry() : null,
            row.amountMinor(),
            own ? posting.availableBeforeMinor() : null,
            own ? posting.availableAfterMinor() : null,
            own ? posting.heldAfterMinor() : null,
            row.counterAccount(),
            posting.referenceId(),
            posting.leg(),
            at.atOffset(ZoneOffset.UTC)
        };
    }
}
