package io.carat.projection.ledger;

import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.points.PointsTransferEvent.PointsTransferred;
import io.carat.projection.EventPosition;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.balance.BucketChange;
import io.carat.projection.balance.BucketChange.Coupon;
import io.carat.projection.balance.BucketChange.Movement;
import io.carat.projection.balance.BucketChange.Opening;
import io.carat.projection.bulk.BatchedWrites;
import io.carat.projection.points.PointsTransferTable;
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
 * Writes balances and the ledger, both at the position of one token. It runs in one segment, in the transaction that
 * stores the token: what the events of a batch ask for is collected and written before that. An event that is delivered
 * again changes nothing; one that does not follow is refused.
 */
@ProcessingGroup(LedgerProjection.PROCESSOR)
public final class LedgerProjection {

    /** The name of the processor. */
    public static final String PROCESSOR = "wallet-ledger";

    private final JdbcClient jdbc;
    private final BatchedWrites<BucketChange> writes;
    private final PointsTransferTable pointsTransfers;

    /** Writes to this database, in the caller's transaction. */
    public LedgerProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.pointsTransfers = new PointsTransferTable(dataSource);
        this.writes = new BatchedWrites<>(PROCESSOR, new LedgerWriter(dataSource)::write);
    }

    /** Adds the bucket. */
    @EventHandler
    public void on(BucketOpened event, TrackingToken token, @Timestamp Instant at) {
        writes.add(new Opening(event, EventPosition.of(token), at));
    }

    /**
     * Adds the movement to the balance and to the ledger. It fails with a {@link ProjectionGapException}, here or when the
     * unit of work commits, if the bucket has no row, or its last entry is not the one before.
     */
    @EventHandler
    public void on(Posted event, TrackingToken token, @Timestamp Instant at) {
        writes.add(new Movement(event, EventPosition.of(token), at));
    }

    /** Adds what happens to a coupon grant, to its row and to the ledger. */
    @EventHandler
    public void on(CouponEvent event, TrackingToken token, @Timestamp Instant at) {
        writes.add(new Coupon(event, EventPosition.of(token), at));
    }

    /** Adds the transfer of points, whose movements are beside it. */
    @EventHandler
    public void on(PointsTransferred event, TrackingToken token, @Timestamp Instant at) {
        pointsTransfers.add(event, EventPosition.of(token), at);
    }

    /** Takes every other event without reading it: a processor that skips an event keeps its old token. */
    @EventHandler(payloadType = LedgerEvent.class)
    public void on(EventMessage<?> other) {
        // nothing of it is in these tables
    }

    /** Empties the tables, for a replay to fill them again. */
    @ResetHandler
    public void onReset() {
        jdbc.sql("SELECT projection.empty_ledger()")
                .query((row, number) -> number)
                .list();
    }
}
