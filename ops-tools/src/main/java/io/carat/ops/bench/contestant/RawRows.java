package io.carat.ops.bench.contestant;

import io.carat.core.eventstore.TimeOrderedIdentifiers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/** An endless supply of rows: the templates again and again, each pass under other names and further positions. */
final class RawRows {

    private final TimeOrderedIdentifiers ids = new TimeOrderedIdentifiers();
    private final List<RowTemplate> templates;
    private final int longest;
    private final long templateBase;
    private final long base;
    private final long positionsPerPass;
    private long passes;
    private int next;

    /**
     * Rows from these templates.
     *
     * @param templateBase the position before the first template
     * @param base the position before the first row
     * @param positionsPerPass how far a pass moves on
     */
    RawRows(List<RowTemplate> templates, long templateBase, long base, long positionsPerPass) {
        this.templates = List.copyOf(templates);
        this.templateBase = templateBase;
        this.base = base;
        this.positionsPerPass = positionsPerPass;
        this.longest = templates.stream().mapToInt(RowTemplate::length).max().orElseThrow();
    }

    /** A buffer for so many rows of one COPY. */
    ByteBuffer buffer(int rows) {
        return ByteBuffer.allocate(BinaryCopy.frameBytes() + rows * longest);
    }

    /** Adds the next row. */
    void write(ByteBuffer out) {
        long shift = base - templateBase + passes * positionsPerPass;
        templates.get(next).write(out, shift, passes + 1, UUID.fromString(ids.generateIdentifier()));
        next++;
        if (next == templates.size()) {
            next = 0;
            passes++;
        }
    }
}
