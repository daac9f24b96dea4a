package io.carat.api.scenario;

import io.carat.api.CaratApplication;
import io.carat.core.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application on a free port, one per event store, topology and test run, with its own database and credentials. */
final class RunningServer implements AutoCloseable {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    enum TopologyCode {
        RUBY_SPLIT_V1,
        RUBY_UNIFIED_V1,
        /** Not seeded: put in force through the admin calls ({@link PokerTopology}). */
        THREE_WAY_V1;

        private TopologyCode atStart() {
            return this == THREE_WAY_V1 ? RUBY_SPLIT_V1 : this;
        }
    }

    private static final Map<Key, RunningServer> RUNNING = new HashMap<>();

    private static StoreUnderTest store = StoreUnderTest.POSTGRES;

    private record Key(StoreUnderTest store, TopologyCode topology) {}

    private final Path data;
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final JsonNode credentials;

    private RunningServer(Key key) {
        this(key.store().settings(key.topology()), key.topology(), TestDatabase.fresh(), null);
    }

    private RunningServer(
            Map<String, Object> settings, TopologyCode topology, TestDatabase database, @Nullable JsonNode given) {
        try {
            this.data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "scenarios")), "server-");
            this.database = database;
            this.context = new SpringApplicationBuilder(CaratApplication.class)
                    .properties(
                            "server.port=0",
                            "carat.data=" + data,
                            "carat.topology=" + topology.atStart(),
                            "spring.datasource.url=" + database.jdbcUrl(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password())
                    .properties(settings)
                    .run();
            this.credentials = given == null ? JsonMapper.shared().readTree(data.resolve("credentials.json")) : given;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The servers asked for from now on are on PostgreSQL again; those on the other store are closed. */
    static synchronized void leave(StoreUnderTest other) {
        store = StoreUnderTest.POSTGRES;
        RUNNING.entrySet().removeIf(running -> {
            boolean his = running.getKey().store().equals(other);
            if (his) {
                running.getValue().close();
            }
            return his;
        });
    }

    /** A server of its own, to be closed by the caller. */
    static RunningServer node(TestDatabase database, Map<String, Object> settings) {
        return new RunningServer(settings, TopologyCode.RUBY_SPLIT_V1, database, null);
    }

    /** A further server on the same database, to be closed by the caller. */
    RunningServer sibling(Map<String, Object> settings) {
        return new RunningServer(settings, TopologyCode.RUBY_SPLIT_V1, database, credentials);
    }

    @Override
    public void close() {
        context.close();
        FileSystemUtils.deleteRecursively(data.toFile());
    }

    static RunningServer split() {
        return on(TopologyCode.RUBY_SPLIT_V1);
    }

    static synchronized RunningServer on(TopologyCode topology) {
        return RUNNING.computeIfAbsent(new Key(store, topology), RunningServer::prepared);
    }

    private static RunningServer prepared(Key key) {
        RunningServer server = new RunningServer(key);
        if (key.topology() == TopologyCode.THREE_WAY_V1) {
            PokerTopology.on(server);
        }
        return server;
    }

    /** The event store of the servers that are asked for from now on. */
    static synchronized void use(StoreUnderTest other) {
        store = other;
    }

    String token(String role) {
        return credentials.get(role).asString();
    }

    /** What a provider signs its callbacks with. */
    String providerSecret(String providerId) {
        return credentials.get("providerSecrets").get(providerId).asString();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }
}
