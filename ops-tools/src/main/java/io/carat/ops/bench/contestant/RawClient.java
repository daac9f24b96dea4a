package io.carat.ops.bench.contestant;

import io.carat.ops.bench.load.Client;
import io.carat.ops.bench.load.Operation;
import io.carat.ops.bench.load.Recording;
import java.nio.ByteBuffer;
import java.sql.SQLException;

/** Sends batch after batch. */
final class RawClient implements Client {

    private final BinaryCopy copy;
    private final RawRows rows;
    private final int batchRows;
    private final ByteBuffer buffer;

    RawClient(BinaryCopy copy, RawRows rows, int batchRows) {
        this.copy = copy;
        this.rows = rows;
        this.batchRows = batchRows;
        this.buffer = rows.buffer(batchRows);
    }

    @Override
    public void step(Recording recording) throws SQLException {
        long asked = System.nanoTime();
        BinaryCopy.begin(buffer);
        for (int row = 0; row < batchRows; row++) {
            rows.write(buffer);
        }
        copy.send(buffer);
        recording.done(Operation.BATCH, asked);
    }
}
