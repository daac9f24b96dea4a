package io.carat.api.axonserver;

import static io.carat.api.axonserver.StoreOnAxonServer.event;
import static io.carat.api.axonserver.StoreOnAxonServer.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.api.failure.StoreUnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Appends through two nodes' stores, on the given Axon Server or the stand-in. */
class AppendOnAxonServerTest {

    private final StoreOnAxonServer one = new StoreOnAxonServer(TestAxonServer.address());
    private final StoreOnAxonServer two = new StoreOnAxonServer(TestAxonServer.address());
    private final String stream = newStream();

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void whatOneNodeAppendsTheOtherReads() {
        one.append(event(stream, 0), event(stream, 1));
        two.append(event(stream, 2));
        assertThat(one.sequences(stream)).containsExactly(0L, 1L, 2L);
        assertThat(two.store.lastSequenceNumberFor(stream)).contains(2L);
        assertThat(two.store.lastSequenceNumberFor(newStream())).isEmpty();
    }

    @Test
    void aConflictHasTheTypeThatIsRetriedAndStoresNothing() {
        String other = newStream();
        one.append(event(stream, 0), event(stream, 1));
        assertThatThrownBy(() -> two.append(event(other, 0), event(stream, 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(two.sequences(stream)).containsExactly(0L, 1L);
        assertThat(two.sequences(other)).isEmpty();
    }

    @Test
    void aSecondCreationIsAConflict() {
        one.append(event(stream, 0));
        assertThatThrownBy(() -> two.append(event(stream, 0))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void everythingOfAUnitOfWorkIsOneAppend() {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("append"));
        String other = newStream();
        unitOfWork.onPrepareCommit(late -> one.store.publish(List.of(event(other, 0))));
        one.store.publish(List.of(event(stream, 0)));
        assertThat(two.sequences(stream)).isEmpty();
        unitOfWork.commit();
        assertThat(two.sequences(stream)).containsExactly(0L);
        assertThat(two.sequences(other)).containsExactly(0L);
    }

    @Test
    void aUnitOfWorkThatIsRolledBackStoresNothing() {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("append"));
        one.store.publish(List.of(event(stream, 0)));
        unitOfWork.rollback();
        assertThat(two.sequences(stream)).isEmpty();
    }

    @Test
    void refusesToAppendInANestedUnitOfWork() {
        UnitOfWork<?> outer = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("outer"));
        UnitOfWork<?> inner = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("inner"));
        try {
            assertThatThrownBy(() -> one.store.publish(List.of(event(stream, 0))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("nested");
        } finally {
            inner.rollback();
            outer.rollback();
        }
    }

    @Test
    void anInterruptedReadFailsRatherThanEndEarly() {
        one.append(event(stream, 0));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> two.store.readEvents(stream)).isInstanceOf(StoreUnreachableException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void thePositionOfAnAppendIsThatOfItsLastEvent() throws InterruptedException {
        long first = one.append(event(stream, 0), event(stream, 1));
        long second = two.append(event(stream, 2));
        assertThat(second).isGreaterThan(first);
        assertThat(one.store.headPosition()).isGreaterThanOrEqualTo(second);
        assertThat(positions(first - 2)).containsExactly(first - 1, first, second);
    }

    @Test
    void theFirstPositionOfAStreamIsFoundLaterByANodeThatHasNotSeenIt() {
        long position = one.append(event(stream, 0));
        one.append(event(stream, 1));
        try (StoreOnAxonServer later = new StoreOnAxonServer(TestAxonServer.address())) {
            assertThat(later.store.firstPosition(stream)).hasValue(position);
            assertThat(one.store.firstPosition(stream)).hasValue(position);
            assertThat(later.store.firstPosition(newStream())).isEmpty();
        }
    }

    private List<Long> positions(long after) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> log =
                two.store.openStream(new GlobalSequenceTrackingToken(after))) {
            while (log.hasNextAvailable(1, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> event = log.nextAvailable();
                if (event instanceof DomainEventMessage<?> of
                        && of.getAggregateIdentifier().equals(stream)) {
                    positions.add(event.trackingToken().position().orElseThrow());
                }
            }
        }
        return positions;
    }
}
