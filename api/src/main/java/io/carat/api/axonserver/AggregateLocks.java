package io.carat.api.axonserver;

import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;

/** Locks of aggregate ids within this node, bounded in waiters and in waiting time. */
public final class AggregateLocks {

    /** Commands that may wait for one aggregate. */
    public static final int MAX_WAITING = 500;

    private static final int ATTEMPT_MILLIS = 10;

    /** Attempts of {@value #ATTEMPT_MILLIS} milliseconds: five seconds in all. */
    private static final int ATTEMPTS = 500;

    private AggregateLocks() {}

    /** A new set of locks. One set serves all repositories, so that deadlocks between them are seen. */
    public static LockFactory bounded() {
        return PessimisticLockFactory.builder()
                .queueLengthThreshold(MAX_WAITING)
                .acquireAttempts(ATTEMPTS)
                .lockAttemptTimeout(ATTEMPT_MILLIS)
                .build();
    }
}
