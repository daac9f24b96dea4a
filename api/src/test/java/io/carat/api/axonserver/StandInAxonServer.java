package io.carat.api.axonserver;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * A test double of Axon Server on a loopback port, for the connector of the vendor: it takes appends, all or nothing and in the order
 * of each stream; reads and tails them; and routes commands by their key to the clients that have said they handle them.
 *
 * <p>It follows what the vendor's connector sends and expects, no further. It keeps everything in memory; it knows one context, no
 * access control, no cluster and no followers that trail, no snapshots, queries, event scheduling or persistent streams, and no load
 * factors: with clients that come and go it routes other keys than consistent hashing would. What passes here has not been shown to
 * hold on Axon Server: {@code AxonServerScenariosTest} runs on a real one.
 */
public final class StandInAxonServer implements AutoCloseable {

    private final StandInLog log = new StandInLog();
    private final StandInCommands commands = new StandInCommands();
    private Server server;
    private int port;

    private StandInAxonServer() {
        server = start(0);
        port = server.getPort();
    }

    /** Starts one with an empty log. */
    public static StandInAxonServer start() {
        return new StandInAxonServer();
    }

    private Server start(int port) {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .addService(new StandInEventStore(log))
                    .addService(commands)
                    .addService(new StandInPlatform())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The ids of the clients that commands with this routing key were given to. */
    public Set<String> clientsOf(String routingKey) {
        return commands.clientsOf(routingKey);
    }

    /** Breaks every connection and takes no new one. */
    public void goDown() {
        server.shutdownNow();
        commands.forgetClients();
        await(server);
    }

    /** Comes back at the same address with the same events. */
    public void comeBack() {
        server = start(port);
    }

    private static void await(Server server) {
        try {
            server.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
        await(server);
    }
}
