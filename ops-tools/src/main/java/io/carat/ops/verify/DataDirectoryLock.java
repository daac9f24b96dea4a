package io.carat.ops.verify;

import io.carat.core.host.OneLine;
import io.carat.ops.client.CaratFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The lock by which a server has a data directory for itself; no server starts there while it is held. */
final class DataDirectoryLock implements AutoCloseable {

    private final FileChannel file;

    private DataDirectoryLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes the lock; empty when a server has it.
     *
     * @throws CaratFailure when the directory cannot be written
     */
    static Optional<DataDirectoryLock> take(Path data) {
        try {
            FileChannel file =
                    FileChannel.open(data.resolve("server.pid"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(file)) {
                file.close();
                return Optional.empty();
            }
            String pid = ProcessHandle.current().pid() + "\n";
            file.truncate(0);
            file.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return Optional.of(new DataDirectoryLock(file));
        } catch (IOException e) {
            throw new CaratFailure(
                    "The data directory " + data + " cannot be used (" + OneLine.of(e)
                            + "). Run as the user who runs the server.",
                    e);
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (file.isOpen()) {
                file.truncate(0);
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
