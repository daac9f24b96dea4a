package io.carat.core.wallet;

import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.BucketState;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A player's buckets in one currency, those of them that a decision has loaded. */
public final class Wallet {

    private final Topology topology;
    private final Map<String, BucketState> buckets;
    private final Map<String, String> typesById;
    private final Set<String> opened;

    /** A wallet without any bucket loaded. */
    public Wallet(Topology topology) {
        this(topology, new HashMap<>(), new HashMap<>(), new HashSet<>());
    }

    private Wallet(
            Topology topology, Map<String, BucketState> buckets, Map<String, String> typesById, Set<String> opened) {
        this.topology = topology;
        this.buckets = buckets;
        this.typesById = typesById;
        this.opened = opened;
    }

    /** Adds a bucket as loaded; a null state is one that was never opened. */
    public Wallet with(BucketKey key, BucketType type, @Nullable BucketState state) {
        buckets.put(type.code(), state == null ? BucketState.empty(key, type.role()) : state);
        typesById.put(key.bucketId(), type.code());
        if (state != null) {
            opened.add(type.code());
        }
        return this;
    }

    /** The topology that the buckets belong to. */
    public Topology topology() {
        return topology;
    }

    /**
     * The bucket of a type, empty if it was never opened.
     *
     * @throws IllegalStateException when the decision did not load it
     */
    public BucketState bucket(String bucketTypeCode) {
        BucketState state = buckets.get(bucketTypeCode);
        if (state == null) {
            throw new IllegalStateException("Bucket " + bucketTypeCode + " was not loaded");
        }
        return state;
    }

    /** The types of a role of which the decision has loaded the bucket, in the topology's order. */
    public List<String> loaded(BucketRole role) {
        return topology.bucketsOf(role).stream()
                .map(BucketType::code)
                .filter(buckets::containsKey)
                .toList();
    }

    /** Whether the bucket of a type has ever been opened. */
    public boolean isOpened(String bucketTypeCode) {
        return opened.contains(bucketTypeCode);
    }

    Wallet copy() {
        return new Wallet(topology, new HashMap<>(buckets), new HashMap<>(typesById), new HashSet<>(opened));
    }

    void apply(BucketEvent event) {
        String type = typesById.get(event.bucketId());
        if (type == null) {
            throw new IllegalStateException(event.bucketId() + " was not loaded");
        }
        BucketState before = opened.contains(type) ? buckets.get(type) : null;
        buckets.put(type, BucketState.evolve(before, event));
        opened.add(type);
    }
}
