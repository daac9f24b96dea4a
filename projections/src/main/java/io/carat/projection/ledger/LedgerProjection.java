package io.carat.projection.ledger;

import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.decision.LedgerEvent;
import io.carat.projection.EventPosition;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.balance.BucketBalances;
import java.time.Instant;
import java.util.Optional;
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
 * stores the token. An event that is delivered again changes nothing; one that does not follow is refused.
 */
@ProcessingGroup(LedgerProjection.PROCESSOR)
public final class LedgerProjection {

    /** The name of the processor. */
    public static final String PROCESSOR = "wallet-ledger";

    private final JdbcClient jdbc;
    private final BucketBalances balances;
    private final LedgerTable ledger;

    /** Writes to this database, in the caller's transaction. */
    public LedgerProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.balances = new BucketBalances(dataSource);
        this.ledger = new LedgerTable(dataSource);
    }

    /** Adds the bucket. */
    @EventHandler
    public void on(BucketOpened event, TrackingToken token, @Timestamp Instant at) {
        balances.open(event, EventPosition.of(token), at);
    }

    /**
     * Adds the movement to the balance and to the ledger.
     *
     * @throws ProjectionGapException if the bucket has no row, or its last entry is not the one before
     */
    @EventHandler
    public void on(Posted event, TrackingToken token, @Timestamp Instant at) {
        long position = EventPosition.of(token);
        Optional<Integer> topologyVersion = balances.move(event, position, at);
        if (topologyVersion.isPresent()) {
            ledger.insert(event, topologyVersion.get(), position, at);
        } else if (!ledger.holds(event, position)) {
            throw new ProjectionGapException(event, position);
        }
    }

    /** Takes every other event without reading it: a processor that skips an event keeps its old token. */
    @EventHandler(payloadType = LedgerEvent.class)
    public void on(EventMessage<?> other) {
        // nothing of it is in these tables
    }

    /** Empties both tables, for a replay to fill them again. */
    @ResetHandler
    public void onReset() {
        jdbc.sql("SELECT projection.empty_ledger()")
                .query((row, number) -> number)
                .list();
    }
}
