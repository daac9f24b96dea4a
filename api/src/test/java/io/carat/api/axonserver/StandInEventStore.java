package io.carat.api.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The event store service of the stand-in. */
final class StandInEventStore extends EventStoreGrpc.EventStoreImplBase {

    private final StandInLog log;

    StandInEventStore(StandInLog log) {
        this.log = log;
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        List<Event> transaction = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                transaction.add(event);
            }

            @Override
            public void onError(Throwable rolledBack) {}

            @Override
            public void onCompleted() {
                try {
                    log.append(transaction);
                    one(answer, Confirmation.newBuilder().setSuccess(true).build());
                } catch (StatusRuntimeException e) {
                    answer.onError(e);
                }
            }
        };
    }

    @Override
    public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> answer) {
        log.stream(request.getAggregateId(), request.getInitialSequence()).forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public void listAggregateSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<Event> answer) {
        answer.onCompleted();
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        long highest = log.highestSequence(request.getAggregateId());
        one(
                answer,
                ReadHighestSequenceNrResponse.newBuilder()
                        .setToSequenceNr(highest)
                        .build());
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> answer) {
        token(answer, -1);
    }

    @Override
    public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        token(answer, log.lastToken());
    }

    @Override
    public void getTokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> answer) {
        token(answer, log.tokenAt(request.getInstant()));
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answer) {
        return new Reader(answer);
    }

    private static void token(StreamObserver<TrackingToken> answer, long token) {
        one(answer, TrackingToken.newBuilder().setToken(token).build());
    }

    private static <T> void one(StreamObserver<T> answer, T value) {
        answer.onNext(value);
        answer.onCompleted();
    }

    /** Sends the log from a position on, as far as the client permits, until it goes. */
    private final class Reader implements StreamObserver<GetEventsRequest> {

        private final StreamObserver<EventWithToken> answer;
        private final AtomicLong permits = new AtomicLong();
        private volatile boolean started;
        private volatile boolean gone;

        Reader(StreamObserver<EventWithToken> answer) {
            this.answer = answer;
        }

        @Override
        public void onNext(GetEventsRequest request) {
            permits.addAndGet(request.getNumberOfPermits());
            if (started) {
                log.wake();
            } else {
                started = true;
                Thread.ofVirtual().name("stand-in-reader").start(() -> send(request.getTrackingToken()));
            }
        }

        private void send(long first) {
            try {
                for (long token = first; ; token++) {
                    EventWithToken event = log.await(token, () -> permits.get() > 0, () -> gone);
                    permits.decrementAndGet();
                    answer.onNext(event);
                }
            } catch (InterruptedException | IllegalStateException | StatusRuntimeException e) {
                gone = true; // the client has closed the stream
            }
        }

        @Override
        public void onError(Throwable failure) {
            onCompleted();
        }

        @Override
        public void onCompleted() {
            gone = true;
            log.wake();
        }
    }
}
