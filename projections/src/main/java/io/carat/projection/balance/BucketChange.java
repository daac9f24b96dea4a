package io.carat.projection.balance;

import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.coupon.CouponEvent;
import java.time.Instant;

/** What an event at a global position does to a bucket. */
public sealed interface BucketChange {

    /** The bucket is there, empty. */
    record Opening(BucketOpened event, long position, Instant at) implements BucketChange {}

    /** Something happens to a coupon grant, which is an account of its own. */
    record Coupon(CouponEvent event, long position, Instant at) implements BucketChange {}

    /** Money of the bucket moves. */
    record Movement(Posted event, long position, Instant at) implements BucketChange {

        /** The bucket that the movement belongs to. */
        public String bucketId() {
            return event.bucketId();
        }

        /** The movement's number within its bucket. */
        public long entry() {
            return event.posting().entry();
        }
    }
}
