package io.carat.projection.balance;

import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.BucketDebited;
import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.FundsHeld;
import io.carat.core.bucket.BucketEvent.HoldReturned;
import io.carat.core.bucket.BucketEvent.HoldTaken;
import io.carat.core.bucket.BucketEvent.Posted;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The balance row of each bucket. Balances are added up rather than copied from the events, so that a row which was
 * tampered with stays wrong until somebody looks, and so that it is a source of its own for the reconciliation.
 */
public final class BucketBalances {

    private static final String OPEN = """
        INSERT INTO projection.wallet_bucket (
            bucket_id, brand_id, player_id, currency, topology_code, topology_version, bucket_type_code, role,
            available_minor, held_minor, entry, position, opened_at, updated_at)
        VALUES (:bucketId, :brandId, :playerId, :currency, :topologyCode, :topologyVersion, :bucketTypeCode, :role,
            0, 0, 0, :position, :at, :at)
        ON CONFLICT (bucket_id) DO NOTHING\
        """;

    private static final String MOVE = """
        UPDATE projection.wallet_bucket
        SET available_minor = available_minor + :available, held_minor = held_minor + :held,
            entry = :entry, position = :position, updated_at = :at
        WHERE bucket_id = :bucketId AND entry = :entry - 1
        RETURNING topology_version\
        """;

    private final JdbcClient jdbc;

    /** Writes to this database, in the caller's transaction. */
    public BucketBalances(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Adds an empty bucket; a bucket that is there already stays as it is. */
    public void open(BucketOpened event, long position, Instant at) {
        jdbc.sql(OPEN)
                .param("bucketId", event.bucketId())
                .param("brandId", event.key().brandId())
                .param("playerId", event.key().playerId())
                .param("currency", event.key().currency())
                .param("topologyCode", event.topology().code())
                .param("topologyVersion", event.topology().version())
                .param("bucketTypeCode", event.key().bucketTypeCode())
                .param("role", event.role().name())
                .param("position", position)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Adds a movement to its bucket.
     *
     * @return the bucket's topology version, empty and nothing changed if the bucket's last entry is not the one before
     */
    public Optional<Integer> move(Posted event, long position, Instant at) {
        return jdbc.sql(MOVE)
                .param("available", availableChangeMinor(event))
                .param("held", heldChangeMinor(event))
                .param("entry", event.posting().entry())
                .param("position", position)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("bucketId", event.bucketId())
                .query(Integer.class)
                .optional();
    }

    private static long availableChangeMinor(Posted event) {
        long amount = event.posting().amountMinor();
        return switch (event) {
            case BucketCredited ignored -> amount;
            case HoldReturned ignored -> amount;
            case BucketDebited ignored -> -amount;
            case FundsHeld ignored -> -amount;
            case HoldTaken ignored -> 0;
        };
    }

    private static long heldChangeMinor(Posted event) {
        long amount = event.posting().amountMinor();
        return switch (event) {
            case FundsHeld ignored -> amount;
            case HoldReturned ignored -> -amount;
            case HoldTaken ignored -> -amount;
            case BucketCredited ignored -> 0;
            case BucketDebited ignored -> 0;
        };
    }
}
