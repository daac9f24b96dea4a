package io.carat.projection.ledger;

import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.Posting;
import io.carat.projection.balance.BucketChange.Movement;
import io.carat.projection.bulk.BulkStatement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        SELECT * FROM :rows\
        """;

    private final JdbcTemplate jdbc;
    private final BulkStatement<Line> insert;

    LedgerTable(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.insert = BulkStatement.<Line>of()
                .bigint(line -> line.movement.position())
                .integer(line -> line.row.rowNo())
                .text(line -> line.posting().journalId())
                .text(line -> line.posting().reason().name())
                .text(line -> line.row.account())
                .text(line -> line.own(line.movement.bucketId()))
                .text(line -> line.key.brandId())
                .text(line -> line.key.playerId())
                .text(line -> line.key.currency())
                .text(line -> line.key.topologyCode())
                .integer(Line::topologyVersion)
                .text(line -> line.own(line.key.bucketTypeCode()))
                .bigint(line -> line.own(line.posting().entry()))
                .bigint(line -> line.row.amountMinor())
                .bigint(line -> line.own(line.posting().availableBeforeMinor()))
                .bigint(line -> line.own(line.posting().availableAfterMinor()))
                .bigint(line -> line.own(line.posting().heldAfterMinor()))
                .text(line -> line.row.counterAccount())
                .text(line -> line.posting().referenceId())
                .integer(line -> line.posting().leg())
                .time(line -> line.movement.at())
                .statement(dataSource, INSERT);
    }

    /**
     * Adds the rows of movements; the keys refuse a second time.
     *
     * @param topologyVersions by bucket; movements of other buckets are left out
     */
    void insert(List<Movement> movements, Map<String, Integer> topologyVersions) {
        insert.update(movements.stream()
                .flatMap(movement -> Line.of(movement, topologyVersions.get(movement.bucketId())))
                .toList());
    }

    /** Whether this movement has its rows at this position. */
    boolean holds(Movement movement) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                SELECT EXISTS (SELECT FROM projection.wallet_ledger
                               WHERE position = ? AND row_no = ? AND bucket_id = ? AND entry = ?)\
                """, Boolean.class, movement.position(), LedgerRow.OWN, movement.bucketId(), movement.entry()));
    }

    /** One row with what its columns come from. */
    private record Line(LedgerRow row, Movement movement, BucketKey key, Integer topologyVersion) {

        static Stream<Line> of(Movement movement, @Nullable Integer topologyVersion) {
            if (topologyVersion == null) {
                return Stream.empty();
            }
            BucketKey key = BucketKey.parse(movement.bucketId());
            return LedgerRow.of(movement.event()).stream().map(row -> new Line(row, movement, key, topologyVersion));
        }

        Posting posting() {
            return movement.event().posting();
        }

        /** A value that only the bucket's own row has. */
        <T> @Nullable T own(T value) {
            return row.isOwn() ? value : null;
        }
    }
}
