package io.carat.api.axonserver;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.coupon.CouponEvent.CouponOffered;
import io.carat.core.transfer.TransferEvent.TransferMade;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalRequested;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Knows whose bet, bonus, transfer or withdrawal a stream is. That never changes, so it is read once and kept. */
final class StreamOwners {

    /** Owners kept in memory. */
    static final int MAX_CACHED = 100_000;

    private final EventStore store;
    private final Map<String, String> owners = new LinkedHashMap<>(16, 0.75f, true);

    StreamOwners(EventStore store) {
        this.store = store;
    }

    /** The routing key of the player that a stream belongs to; the stream's own id while it does not exist. */
    String ownerOf(String streamId) {
        String known = cached(streamId);
        if (known != null) {
            return known;
        }
        DomainEventStream events = store.readEvents(streamId);
        return events.hasNext() ? keep(streamId, owner(streamId, events.next().getPayload())) : streamId;
    }

    private static String owner(String streamId, Object firstEvent) {
        return switch (firstEvent) {
            case BetAuthorized bet -> PlayerRouting.key(bet.brandId(), bet.playerId());
            case BetTombstoned bet -> PlayerRouting.key(bet.brandId(), bet.playerId());
            case CouponOffered coupon -> PlayerRouting.key(coupon.terms().brandId(), coupon.playerId());
            case BonusGranted bonus -> PlayerRouting.key(bonus.brandId(), bonus.playerId());
            case TransferMade transfer -> PlayerRouting.key(transfer.brandId(), transfer.playerId());
            case WithdrawalRequested withdrawal -> PlayerRouting.key(withdrawal.brandId(), withdrawal.playerId());
            default -> streamId;
        };
    }

    private @Nullable String cached(String streamId) {
        synchronized (owners) {
            return owners.get(streamId);
        }
    }

    private String keep(String streamId, String owner) {
        synchronized (owners) {
            owners.put(streamId, owner);
            if (owners.size() > MAX_CACHED) {
                owners.remove(owners.keySet().iterator().next());
            }
            return owner;
        }
    }
}
