package io.carat.core.transfer;

import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.transfer.TransferEnds.Named;
import java.util.Optional;

/** Where a transfer goes in a topology (rule book §8). */
sealed interface TransferRoute {

    /** From one NORMAL bucket to another, both by type code. */
    record Between(String from, String to) implements TransferRoute {}

    /** Both products have the same NORMAL bucket: there is nothing to move. */
    record OneBucket() implements TransferRoute {}

    /** There is no such way. */
    record Closed(Rejection rejection) implements TransferRoute {}

    /** Finds the buckets, and whether the topology has a way between them. */
    static TransferRoute of(TransferEnds ends, Topology topology) {
        return ends.named() == Named.BUCKETS
                ? between(ends.from(), ends.to(), topology)
                : betweenProducts(ends, topology);
    }

    private static TransferRoute betweenProducts(TransferEnds ends, Topology topology) {
        Optional<String> from = topology.route(ends.from()).map(ProductRoute::normalBucket);
        Optional<String> to = topology.route(ends.to()).map(ProductRoute::normalBucket);
        if (from.isEmpty() || to.isEmpty()) {
            return closed(
                    RejectionCode.TOPOLOGY_MISMATCH,
                    "Topology " + topology.code() + " does not serve both " + ends.from() + " and " + ends.to() + ".");
        }
        return from.equals(to) ? new OneBucket() : between(from.get(), to.get(), topology);
    }

    private static TransferRoute between(String from, String to, Topology topology) {
        if (from.equals(to)) {
            return closed(RejectionCode.SAME_BUCKET, "A transfer goes to another bucket than " + from + ".");
        }
        Optional<BucketType> source = topology.bucket(from);
        Optional<BucketType> target = topology.bucket(to);
        if (source.isEmpty() || target.isEmpty()) {
            return closed(
                    RejectionCode.TOPOLOGY_MISMATCH,
                    "Topology " + topology.code() + " has no bucket " + (source.isEmpty() ? from : to) + ".");
        }
        if (source.get().role() == BucketRole.POINTS) {
            return closed(
                    RejectionCode.PAIR_NOT_ALLOWED,
                    "Points are no money: POST /v2/points/transfers turns them into money of " + to + ".");
        }
        return allows(topology, source.get(), target.get())
                ? new Between(from, to)
                : closed(
                        RejectionCode.PAIR_NOT_ALLOWED,
                        "Topology " + topology.code() + " has no transfers from " + from + " to " + to + ".");
    }

    private static boolean allows(Topology topology, BucketType from, BucketType to) {
        return from.role() == BucketRole.NORMAL
                && to.role() == BucketRole.NORMAL
                && topology.allowsTransfer(from.code(), to.code());
    }

    private static Closed closed(RejectionCode code, String detail) {
        return new Closed(Rejection.of(code, detail));
    }
}
