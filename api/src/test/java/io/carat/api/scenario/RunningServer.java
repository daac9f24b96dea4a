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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application on a free port, one per event store, topology and test run, with its own database and credentials. */
final class RunningServer {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    enum TopologyCode {
        RUBY_SPLIT_V1,
        RUBY_UNIFIED_V1
    }

    private static final Map<Key, RunningServer> RUNNING = new HashMap<>();

    private static StoreUnderTest store = StoreUnderTest.POSTGRES;

    private record Key(StoreUnderTest store, TopologyCode topology) {}

    private final ConfigurableApplicationContext context;
    private final JsonNode credentials;

    private RunningServer(Key key) {
        try {
            Path data = Files.createTempDirectory("carat-scenario");
            TestDatabase database = TestDatabase.fresh();
            this.context = new SpringApplicationBuilder(CaratApplication.class)
                    .properties(
                            "server.port=0",
                            "carat.data=" + data,
                            "carat.topology=" + key.topology(),
                            "spring.datasource.url=" + database.jdbcUrl(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password())
                    .properties(key.store().settings(key.topology()))
                    .run();
            this.credentials = JsonMapper.shared().readTree(data.resolve("credentials.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RunningServer split() {
        return on(TopologyCode.RUBY_SPLIT_V1);
    }

    static synchronized RunningServer on(TopologyCode topology) {
        return RUNNING.computeIfAbsent(new Key(store, topology), RunningServer::new);
    }

    /** The event store of the servers that are asked for from now on. */
    static synchronized void use(StoreUnderTest other) {
        store = other;
    }

    String token(String role) {
        return credentials.get(role).asString();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }
}
