package io.carat.ops.crash;

import io.carat.core.embedded.PostgresRefused;
import io.carat.core.embedded.PostgresServer;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.Role;
import io.carat.ops.client.ServerAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A PostgreSQL with durable settings and the servers on it, all of them processes of this site's own. */
final class CrashSite implements AutoCloseable {

    /** As safe as the usual way of finding what to flush before a recovery, and done sooner. */
    private static final Map<String, String> SETTINGS = Map.of("recovery_init_sync_method", "syncfs");

    private final Path data;
    private final PostgresServer database;
    private final ServerProbe probe = new ServerProbe();
    private final ServerProgram program;
    private final List<CaratNode> nodes = new CopyOnWriteArrayList<>();
    private final NodesByTurns turns = new NodesByTurns(nodes);
    private final AtomicBoolean closed = new AtomicBoolean();

    private CrashSite(Path data, PostgresServer database, ServerProgram program) {
        this.data = data;
        this.database = database;
        this.program = program;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "crash-site-close")); // for Ctrl-C
    }

    /**
     * Starts the database and then the servers, one after the other.
     *
     * @throws CaratFailure when one of them does not start
     */
    static CrashSite open(CrashOptions options) {
        ServerProgram program = ServerProgram.of(options.jar(), options.data().resolve("server"));
        CrashSite site = new CrashSite(options.data(), database(options), program);
        try {
            for (int node = 1; node <= options.nodes(); node++) {
                site.addNode();
            }
            return site;
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private static PostgresServer database(CrashOptions options) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(options.settings());
        try {
            return PostgresServer.start(folder(options.data(), "database"), QuietPort.find(), settings);
        } catch (PostgresRefused e) {
            throw new CaratFailure("No database: " + e.getMessage() + ".", e);
        }
    }

    /** Starts a further server and waits until it is ready. */
    void addNode() {
        String name = "node-" + (nodes.size() + 1);
        CaratNode node = new CaratNode(name, folder(data, name), program, database, probe);
        nodes.add(node);
        node.start();
    }

    private static Path folder(Path data, String name) {
        try {
            return Files.createDirectories(data.resolve(name));
        } catch (IOException e) {
            throw new CaratFailure("The folder " + data.resolve(name) + " cannot be made: " + e.getMessage(), e);
        }
    }

    PostgresServer database() {
        return database;
    }

    List<CaratNode> nodes() {
        return nodes;
    }

    ServerProbe probe() {
        return probe;
    }

    /** Where a round's journal is kept. */
    Path journal(int round) {
        return folder(data, "journals").resolve("round-" + round + ".jsonl");
    }

    /** Where the next request goes. */
    ServerAccess next(Role role) {
        return turns.next(role);
    }

    /** The log that the servers write, as whoever checks it needs it. */
    LogUnderTest log() {
        return new LogUnderTest(
                database.jdbcUrl(),
                database.username(),
                database.password(),
                nodes.stream().map(CaratNode::data).toList());
    }

    /** Stops the servers, then the database; also when the program is interrupted. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            nodes.parallelStream().forEach(CaratNode::stop);
            database.close();
            probe.close();
        }
    }
}
