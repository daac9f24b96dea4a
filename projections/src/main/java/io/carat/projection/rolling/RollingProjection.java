package io.carat.projection.rolling;

import io.carat.core.bucket.BucketEvent.AttributionReversed;
import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.RequirementActivated;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.bucket.BucketEvent.RequirementInherited;
import io.carat.core.bucket.BucketEvent.RequirementMoved;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketEvent.RequirementReopened;
import io.carat.core.bucket.BucketEvent.RequirementResumed;
import io.carat.core.bucket.BucketEvent.RequirementSuspended;
import io.carat.core.bucket.BucketEvent.StakeAttributed;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.rolling.RequirementStatus;
import io.carat.projection.EventPosition;
import io.carat.projection.bulk.BatchedWrites;
import java.time.Instant;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes requirements and what counted towards them. An event that is delivered again changes nothing; one of a requirement
 * that is not there is refused with a {@link io.carat.projection.ProjectionGapException}.
 */
@ProcessingGroup(RollingProjection.PROCESSOR)
public final class RollingProjection {

    /** The name of the processor. */
    public static final String PROCESSOR = "wallet-rolling";

    private final JdbcClient jdbc;
    private final BatchedWrites<RollingChange> writes;

    /** Writes to this database, in the caller's transaction. */
    public RollingProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.writes = new BatchedWrites<>(PROCESSOR, new RollingWriter(dataSource)::write);
    }

    /** Adds the requirement that a credit carries; most credits carry none. */
    @EventHandler
    public void on(BucketCredited event, TrackingToken token, @Timestamp Instant at) {
        if (event.requirement() != null) {
            writes.add(RollingChange.opened(event, EventPosition.of(token), at, event.requirement()));
        }
    }

    /** Adds a requirement without a credit. */
    @EventHandler
    public void on(RequirementImposed event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.opened(event, EventPosition.of(token), at, event.requirement()));
    }

    /** Adds a requirement that came with a transfer. */
    @EventHandler
    public void on(RequirementInherited event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.opened(event, EventPosition.of(token), at, event.requirement()));
    }

    /** Makes it active. */
    @EventHandler
    public void on(RequirementActivated event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.standing(
                event, EventPosition.of(token), at, event.requirementId(), RequirementStatus.ACTIVE, null));
    }

    /** Adds what a stake counted. */
    @EventHandler
    public void on(StakeAttributed event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.attributed(event, EventPosition.of(token), at));
    }

    /** Adds what was taken back. */
    @EventHandler
    public void on(AttributionReversed event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.reversed(event, EventPosition.of(token), at));
    }

    /** Adds what went with a transfer. */
    @EventHandler
    public void on(RequirementMoved event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.moved(event, EventPosition.of(token), at));
    }

    /** Makes it one that is open again. */
    @EventHandler
    public void on(RequirementReopened event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.standing(
                event, EventPosition.of(token), at, event.requirementId(), RequirementStatus.PENDING, "REOPENED"));
    }

    /** Gives it another base. */
    @EventHandler
    public void on(RequirementRecalculated event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.recalculated(event, EventPosition.of(token), at));
    }

    /** Says that a bonus is wagered in its place. */
    @EventHandler
    public void on(RequirementSuspended event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.suspended(event, EventPosition.of(token), at));
    }

    /** Adds what counted while the bonus was wagered in its place. */
    @EventHandler
    public void on(RequirementResumed event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.resumed(event, EventPosition.of(token), at));
    }

    /** Ends it. */
    @EventHandler
    public void on(RequirementCompleted event, TrackingToken token, @Timestamp Instant at) {
        writes.add(RollingChange.completed(event, EventPosition.of(token), at));
    }

    /** Takes every other event without reading it: a processor that skips an event keeps its old token. */
    @EventHandler(payloadType = LedgerEvent.class)
    public void on(EventMessage<?> other) {
        // nothing of it is in these tables
    }

    /** Empties both tables, for a replay to fill them again. */
    @ResetHandler
    public void onReset() {
        jdbc.sql("TRUNCATE projection.wallet_requirement, projection.wallet_requirement_entry")
                .update();
    }
}
