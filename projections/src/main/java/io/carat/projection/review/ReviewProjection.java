package io.carat.projection.review;

import io.carat.core.decision.LedgerEvent;
import io.carat.core.review.ReviewEvent.ReviewClosed;
import io.carat.core.review.ReviewEvent.ReviewOpened;
import io.carat.projection.EventPosition;
import io.carat.projection.ProjectionGapException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes review items. An event that is delivered again changes nothing. */
@ProcessingGroup(ReviewProjection.PROCESSOR)
public final class ReviewProjection {

    /** The name of the processor. */
    public static final String PROCESSOR = "wallet-review";

    private static final String OPEN = """
        INSERT INTO projection.wallet_review (review_id, kind, brand_id, player_id, currency, authorization_id,
            bucket_id, requirement_id, required_minor, position, opened_at)
        VALUES (:reviewId, :kind, :brandId, :playerId, :currency, :authorizationId,
            :bucketId, :requirementId, :requiredMinor, :position, :at)
        ON CONFLICT (review_id) DO NOTHING\
        """;

    private static final String CLOSE = """
        UPDATE projection.wallet_review SET closed_at = :at, closed_by = :actor, close_reason = :reason
        WHERE review_id = :reviewId\
        """;

    private final JdbcClient jdbc;

    /** Writes to this database, in the caller's transaction. */
    public ReviewProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Adds an item. */
    @EventHandler
    public void on(ReviewOpened event, TrackingToken token, @Timestamp Instant at) {
        jdbc.sql(OPEN)
                .param("reviewId", event.reviewId())
                .param("kind", event.kind().name())
                .param("brandId", event.brandId())
                .param("playerId", event.playerId())
                .param("currency", event.currency())
                .param("authorizationId", event.authorizationId())
                .param("bucketId", event.bucketId())
                .param("requirementId", event.requirementId())
                .param("requiredMinor", event.requiredMinor())
                .param("position", EventPosition.of(token))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Closes an item.
     *
     * @throws ProjectionGapException if it is not there
     */
    @EventHandler
    public void on(ReviewClosed event, TrackingToken token, @Timestamp Instant at) {
        int closed = jdbc.sql(CLOSE)
                .param("reviewId", event.reviewId())
                .param("actor", event.audit().actor())
                .param("reason", event.audit().reason())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (closed != 1) {
            throw new ProjectionGapException(event, EventPosition.of(token));
        }
    }

    /** Takes every other event without reading it: a processor that skips an event keeps its old token. */
    @EventHandler(payloadType = LedgerEvent.class)
    public void on(EventMessage<?> other) {
        // nothing of it is in this table
    }

    /** Empties the table, for a replay to fill it again. */
    @ResetHandler
    public void onReset() {
        jdbc.sql("TRUNCATE projection.wallet_review").update();
    }
}
