package io.carat.ops.bench.contestant;

import io.carat.core.eventstore.TimeOrderedIdentifiers;
import io.carat.ops.bench.host.Target;
import io.carat.ops.bench.load.Client;
import io.carat.ops.bench.load.Load;
import io.carat.ops.bench.load.Operation;
import io.carat.ops.bench.load.Recording;
import io.carat.ops.client.CaratFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** Transfers on one connection, each committed by itself. */
final class TransferClient implements Client, AutoCloseable {

    private static final int HIGHEST_AMOUNT = 10_000;

    private final Connection connection;
    private final PreparedStatement transfer;
    private final boolean keyed;
    private final TimeOrderedIdentifiers keys = new TimeOrderedIdentifiers();
    private final SplittableRandom random;
    private final ToIntFunction<SplittableRandom> picks;
    private final int accounts;

    /**
     * A client with a connection of its own.
     *
     * @param keyed whether each transfer comes under a request key that can be used once
     */
    TransferClient(Target target, Load load, int accounts, boolean keyed, long seed) {
        this.accounts = accounts;
        this.keyed = keyed;
        this.random = new SplittableRandom(seed);
        this.picks = load.among(accounts);
        try {
            connection = target.connect();
            transfer = connection.prepareStatement(
                    keyed ? "SELECT transfer_once(?, ?, ?, ?)" : "SELECT transfer(?, ?, ?)");
        } catch (SQLException e) {
            throw new CaratFailure("No connection for transfers: " + e.getMessage(), e);
        }
    }

    @Override
    public void step(Recording recording) throws SQLException {
        long asked = System.nanoTime();
        int busy = picks.applyAsInt(random);
        int other = (busy + random.nextInt(1, accounts)) % accounts;
        long first = accountId(busy);
        long second = accountId(other);
        boolean pays = random.nextBoolean();
        int next = 1;
        if (keyed) {
            transfer.setObject(next++, UUID.fromString(keys.generateIdentifier()));
        }
        transfer.setLong(next++, pays ? first : second);
        transfer.setLong(next++, pays ? second : first);
        transfer.setLong(next, random.nextInt(1, HIGHEST_AMOUNT));
        transfer.executeQuery().close();
        recording.done(Operation.TRANSFER, asked);
    }

    // The busiest has the highest id: it is locked last, and so for the shortest time.
    private long accountId(int rank) {
        return (long) accounts - rank;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CaratFailure("A connection cannot be closed: " + e.getMessage(), e);
        }
    }
}
