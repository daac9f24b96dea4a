package io.carat.ops.bench.contestant;

import io.carat.core.configuration.FirstStart;
import io.carat.ops.bench.host.CaratServer;
import io.carat.ops.bench.host.PostgresMeter;
import io.carat.ops.bench.host.ProcessMeter;
import io.carat.ops.bench.host.Quiet;
import io.carat.ops.bench.host.Target;
import io.carat.ops.bench.load.BetLoad;
import io.carat.ops.bench.load.Meters;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.Role;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The whole server in a process of its own, called over HTTP/1.1 on connections that are kept open. */
final class HttpContestant implements Contestant {

    /** The providers that a new server has. */
    private static final List<String> PROVIDERS = List.of("generic", "hub88");

    private final CaratServer server;
    private final Target target;

    private HttpContestant(CaratServer server, Target target) {
        this.server = server;
        this.target = target;
    }

    /**
     * Starts a server on an empty database.
     *
     * @throws CaratFailure when it does not start
     */
    static HttpContestant start(ContestantSetup setup) {
        String jar = setup.serverJar();
        if (jar == null) {
            throw new CaratFailure("No server to measure over HTTP: run ./carat bench, which builds one, or give its"
                    + " jar as -Dcarat.server.jar=FILE, or leave http out with --only.");
        }
        CaratServer server =
                CaratServer.start(Path.of(jar), Path.of(setup.directory()), setup.target(), setup.javaOptions());
        return new HttpContestant(server, setup.target());
    }

    /** Returns once the server's readers of the log have taken what the run has appended. */
    @Override
    public RunResult run(RunSpec spec) {
        ProcessMeter process = ProcessMeter.of(server.pid());
        Meters meters = new Meters(
                process,
                ProcessMeter.self(),
                new PostgresMeter(target.postmaster()),
                this::position,
                server::lagEvents);
        BetLoad load = new BetLoad(
                () -> new HttpDesk(server.port(), server.token(Role.OPERATOR), FirstStart.BRAND), PROVIDERS);
        RunResult result = load.run(spec, meters);
        Quiet.await(process::cpuSeconds);
        return result;
    }

    private long position() {
        return Sql.with(target::connect, HttpContestant::position);
    }

    private static long position(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT last_position FROM event_log_head");
    }

    @Override
    public void close() {
        server.close();
    }
}
