package io.carat.projection.balance;

import io.carat.projection.balance.BucketChange.Movement;
import io.carat.projection.balance.BucketChange.Opening;
import io.carat.projection.bulk.BulkStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The balance row of each bucket. Balances are added up rather than copied from the events, so that a row which was
 * tampered with stays wrong until somebody looks, and so that it is a source of its own for the reconciliation.
 */
public final class BucketBalances {

    private static final String OPEN = """
        INSERT INTO projection.wallet_bucket (
            bucket_id, brand_id, player_id, currency, topology_code, topology_version, bucket_type_code, role,
            available_minor, held_minor, entry, position, opened_at, updated_at)
        SELECT bucket_id, brand_id, player_id, currency, topology_code, topology_version, bucket_type_code, role,
            0, 0, 0, position, at, at
        FROM :rows AS opened (
            bucket_id, brand_id, player_id, currency, topology_code, topology_version, bucket_type_code, role,
            position, at)
        ON CONFLICT (bucket_id) DO NOTHING\
        """;

    private static final String MOVE = """
        UPDATE projection.wallet_bucket AS bucket
        SET available_minor = available_minor + run.available, held_minor = held_minor + run.held,
            entry = run.last_entry, position = run.position, updated_at = run.at
        FROM :rows AS run (bucket_id, first_entry, last_entry, available, held, position, at)
        WHERE bucket.bucket_id = run.bucket_id AND bucket.entry = run.first_entry - 1
        RETURNING bucket.bucket_id, bucket.topology_version\
        """;

    private final BulkStatement<Opening> open;
    private final BulkStatement<BucketRun> move;

    /** Writes to this database, in the caller's transaction. */
    public BucketBalances(DataSource dataSource) {
        this.open = BulkStatement.<Opening>of()
                .text(opening -> opening.event().bucketId())
                .text(opening -> opening.event().key().brandId())
                .text(opening -> opening.event().key().playerId())
                .text(opening -> opening.event().key().currency())
                .text(opening -> opening.event().topology().code())
                .integer(opening -> opening.event().topology().version())
                .text(opening -> opening.event().key().bucketTypeCode())
                .text(opening -> opening.event().role().name())
                .bigint(Opening::position)
                .time(Opening::at)
                .statement(dataSource, OPEN);
        this.move = BulkStatement.<BucketRun>of()
                .text(BucketRun::bucketId)
                .bigint(BucketRun::firstEntry)
                .bigint(BucketRun::lastEntry)
                .bigint(BucketRun::availableMinor)
                .bigint(BucketRun::heldMinor)
                .bigint(BucketRun::position)
                .time(BucketRun::at)
                .statement(dataSource, MOVE);
    }

    /** Adds empty buckets; a bucket that is there already stays as it is. */
    public void open(List<Opening> openings) {
        open.update(openings);
    }

    /**
     * Adds movements, in order, to their buckets: all those of a bucket, if they follow each other and its last entry,
     * or none of them.
     *
     * @return the topology version of every bucket that changed
     */
    public Map<String, Integer> move(Collection<Movement> movements) {
        return move
                .query(BucketRun.unbroken(movements), (row, number) -> Map.entry(row.getString(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
