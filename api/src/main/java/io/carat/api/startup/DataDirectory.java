package io.carat.api.startup;

import io.carat.core.host.OneLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The data directory, held by this server alone until it is closed. {@code server.pid} inside is the lock and names the
 * holder; the operating system frees it when the process dies, however it dies.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK_FILE = "server.pid";

    /** Held by this process. POSIX drops a process's lock when it closes any descriptor of the file, so it is not reopened. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Creates the directory when it is missing and takes its lock.
     *
     * @throws StartupRefused when the directory cannot be written or another server holds it
     */
    public static DataDirectory take(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        if (!HELD_HERE.add(path)) {
            throw inUse(path, ProcessHandle.current().pid() + ", this one");
        }
        try {
            return new DataDirectory(path, locked(path));
        } catch (StartupRefused e) {
            HELD_HERE.remove(path);
            throw e;
        }
    }

    /** The absolute path. */
    public Path path() {
        return path;
    }

    /** Empties the lock file and frees the lock. */
    @Override
    public void close() throws IOException {
        if (lockFile.isOpen()) {
            lockFile.truncate(0);
            lockFile.close();
            HELD_HERE.remove(path);
        }
    }

    private static FileChannel locked(Path path) {
        FileChannel lockFile = open(path);
        if (tryLock(path, lockFile) == null) {
            throw inUse(path, holder(path, lockFile));
        }
        writeOwnPid(path, lockFile);
        return lockFile;
    }

    private static FileChannel open(Path path) {
        try {
            Files.createDirectories(path);
            return FileChannel.open(
                    path.resolve(LOCK_FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    private static @Nullable FileLock tryLock(Path path, FileChannel lockFile) {
        try {
            return lockFile.tryLock();
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    private static void writeOwnPid(Path path, FileChannel lockFile) {
        try {
            lockFile.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            lockFile.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    private static String holder(Path path, FileChannel lockFile) {
        try (lockFile) {
            return Files.readString(path.resolve(LOCK_FILE)).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static StartupRefused inUse(Path path, String holder) {
        return new StartupRefused("the data directory " + path + " is in use by another Carat server (process " + holder
                + "); stop it with './carat down --data " + path + "' or choose another --data");
    }

    private static StartupRefused notWritable(Path path, IOException cause) {
        return new StartupRefused(
                "the data directory " + path + " is not writable (" + OneLine.of(cause)
                        + "); choose another with --data or change its permissions",
                cause);
    }
}
