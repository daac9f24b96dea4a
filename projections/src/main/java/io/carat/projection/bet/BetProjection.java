package io.carat.projection.bet;

import io.carat.core.bet.BetEvent;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetRolledBack;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bet.BetEvent.BetVoided;
import io.carat.core.bet.BetStatus;
import io.carat.core.bet.LegAmount;
import io.carat.core.decision.LedgerEvent;
import io.carat.projection.EventPosition;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.bet.BetTable.EventPlace;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes bets and their legs. An event that is delivered again changes nothing; one that does not follow its bet's last
 * is refused.
 */
@ProcessingGroup(BetProjection.PROCESSOR)
public final class BetProjection {

    /** The name of the processor. */
    public static final String PROCESSOR = "wallet-bet-authorization";

    private final JdbcClient jdbc;
    private final BetTable bets;
    private final BetLegs legs;

    /** Writes to this database, in the caller's transaction. */
    public BetProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.bets = new BetTable(dataSource);
        this.legs = new BetLegs(dataSource);
    }

    /**
     * Adds or changes the bet.
     *
     * @throws ProjectionGapException if the event does not follow the last one of its bet
     */
    @EventHandler
    public void on(BetEvent event, @SequenceNumber long sequence, TrackingToken token, @Timestamp Instant at) {
        var place = new EventPlace(sequence, EventPosition.of(token), at);
        if (!apply(event, place) && !bets.holds(event.authorizationId(), place)) {
            throw new ProjectionGapException(event, place.position());
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
        jdbc.sql("TRUNCATE projection.wallet_bet_leg, projection.wallet_bet_authorization")
                .update();
    }

    private boolean apply(BetEvent event, EventPlace place) {
        return switch (event) {
            case BetAuthorized authorized -> authorize(authorized, place);
            case BetTombstoned tombstoned -> bets.tombstone(tombstoned, place);
            case BetSettled settled -> settle(settled, place);
            case BetRolledBack rolledBack -> refund(event, place, BetStatus.ROLLED_BACK, rolledBack.refunds());
            case BetVoided voided -> refund(event, place, BetStatus.VOIDED, voided.refunds());
            case BetHalfVoided halfVoided -> refund(event, place, null, halfVoided.refunds());
        };
    }

    private boolean authorize(BetAuthorized event, EventPlace place) {
        boolean added = bets.authorize(event, place);
        if (added) {
            legs.insert(event.authorizationId(), event.legs());
        }
        return added;
    }

    private boolean settle(BetSettled event, EventPlace place) {
        BetStatus status = event.closes() ? BetStatus.SETTLED : BetStatus.PARTIALLY_SETTLED;
        boolean changed = change(event, place, status, sum(event.payouts()), event.refunds());
        if (changed) {
            legs.pay(event.authorizationId(), event.payouts());
        }
        return changed;
    }

    private boolean refund(BetEvent event, EventPlace place, @Nullable BetStatus status, List<LegAmount> refunds) {
        return change(event, place, status, 0, refunds);
    }

    private boolean change(
            BetEvent event, EventPlace place, @Nullable BetStatus status, long payoutMinor, List<LegAmount> refunds) {
        boolean changed = bets.change(event.authorizationId(), place, status, payoutMinor, sum(refunds));
        if (changed) {
            legs.refund(event.authorizationId(), refunds);
        }
        return changed;
    }

    // What a push pays back is stake: the columns say what the legs got, not what the provider called it.
    private static long sum(List<LegAmount> amounts) {
        return amounts.stream().mapToLong(LegAmount::amountMinor).sum();
    }
}
