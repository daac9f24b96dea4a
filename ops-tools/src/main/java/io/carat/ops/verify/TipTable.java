package io.carat.ops.verify;

import io.carat.core.eventstore.chain.Hash;
import io.carat.ops.verify.StreamTips.Tip;
import java.nio.ByteBuffer;

/** Tips by digest of their stream: open addressing in one array of digest, hash, sequence, first and last position. */
final class TipTable {

    private static final int HASH = 2;
    private static final int HASH_LONGS = Hash.BYTES / Long.BYTES;
    private static final int SEQUENCE = HASH + HASH_LONGS;
    private static final int FIRST = SEQUENCE + 1;
    private static final int LAST = FIRST + 1;
    private static final int SLOT = LAST + 1;
    private static final int FIRST_SLOTS = 8;

    private long[] table = new long[FIRST_SLOTS * SLOT];
    private int used;

    Tip get(long high, long low) {
        int slot = find(high, low);
        return isEmpty(slot) ? Tip.NONE : tip(slot);
    }

    private Tip tip(int slot) {
        ByteBuffer hash = ByteBuffer.allocate(Hash.BYTES);
        hash.asLongBuffer().put(table, slot + HASH, HASH_LONGS);
        return new Tip(table[slot + SEQUENCE], Hash.of(hash.array()), table[slot + FIRST], table[slot + LAST]);
    }

    /** Returns whether the stream is new. */
    boolean put(long high, long low, Tip tip) {
        int slot = find(high, low);
        boolean isNew = isEmpty(slot);
        table[slot] = high;
        table[slot + 1] = low;
        ByteBuffer.wrap(tip.hash().bytes()).asLongBuffer().get(table, slot + HASH, HASH_LONGS);
        table[slot + SEQUENCE] = tip.sequence();
        table[slot + FIRST] = tip.firstPosition();
        table[slot + LAST] = tip.lastPosition();
        if (isNew && ++used * 4 > slots() * 3) {
            grow();
        }
        return isNew;
    }

    private int slots() {
        return table.length / SLOT;
    }

    // The first position of a stream is never 0, so 0 marks a free slot.
    private boolean isEmpty(int slot) {
        return table[slot + FIRST] == 0;
    }

    private int find(long high, long low) {
        int slots = slots();
        int slot = (int) Long.remainderUnsigned(low, slots) * SLOT;
        while (!isEmpty(slot) && (table[slot] != high || table[slot + 1] != low)) {
            slot = slot + SLOT == table.length ? 0 : slot + SLOT;
        }
        return slot;
    }

    private void grow() {
        long[] old = table;
        int slots = slots();
        table = new long[(slots + slots / 2) * SLOT];
        for (int slot = 0; slot < old.length; slot += SLOT) {
            if (old[slot + FIRST] != 0) {
                System.arraycopy(old, slot, table, find(old[slot], old[slot + 1]), SLOT);
            }
        }
    }
}
