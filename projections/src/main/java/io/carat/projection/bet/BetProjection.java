package io.carat.projection.bet;

import io.carat.core.bet.BetEvent;
import io.carat.core.decision.LedgerEvent;
import io.carat.projection.EventPosition;
import io.carat.projection.bulk.BatchedWrites;
import java.time.Instant;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes bets and their legs: what the events of a batch ask for is collected and written before the transaction that
 * stores the token commits. An event that is delivered again changes nothing; one that does not follow its bet's last is
 * refused.
 */
@ProcessingGroup(BetProjection.PROCESSOR)
public final class BetProjection {

    /** The name of the processor. */
    public static final String PROCESSOR = "wallet-bet-authorization";

    private final JdbcClient jdbc;
    private final BatchedWrites<BetChange> writes;

    /** Writes to this database, in the caller's transaction. */
    public BetProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.writes = new BatchedWrites<>(PROCESSOR, new BetWriter(dataSource)::write);
    }

    /**
     * Adds or changes the bet. It fails with a {@link io.carat.projection.ProjectionGapException}, here or when the unit of
     * work commits, if the event does not follow the last one of its bet.
     */
    @EventHandler
    public void on(BetEvent event, @SequenceNumber long sequence, TrackingToken token, @Timestamp Instant at) {
        writes.add(new BetChange(event, sequence, EventPosition.of(token), at));
    }

    /** Takes every other event without reading it: a processor that skips an event keeps its old token. */
    @EventHandler(payloadType = LedgerEvent.class)
    public void on(EventMessage<?> other) {
        // nothing of it is in these tables
    }

    /** Empties both tables, for a replay to fill them again. */
    @ResetHandler
    public void onReset() {
        jdbc.sql("TRUNCATE projection.wallet_bet_leg, projection.wallet_bet_authorization")
                .update();
    }
}
