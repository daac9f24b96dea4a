package io.carat.ops.bench.contestant;

import org.axonframework.common.caching.WeakReferenceCache;
import org.jspecify.annotations.Nullable;

/** Axon's own cache. An aggregate that was looked for and has no events yet has no id either, and is not kept. */
final class StockCache extends WeakReferenceCache {

    @Override
    public void put(@Nullable Object key, Object value) {
        if (key != null) {
            super.put(key, value);
        }
    }

    @Override
    public boolean remove(@Nullable Object key) {
        return key != null && super.remove(key);
    }
}
