package io.carat.api.scenario;

import io.carat.api.CaratApplication;
import io.carat.core.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application on a free port, one per topology and test run, with its own database and credentials. */
final class RunningServer {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    enum TopologyCode {
        RUBY_SPLIT_V1,
        RUBY_UNIFIED_V1
    }

    private static final Map<TopologyCode, RunningServer> RUNNING = new EnumMap<>(TopologyCode.class);

    private final ConfigurableApplicationContext context;
    private final JsonNode credentials;

    private RunningServer(TopologyCode topology) {
        try {
            Path data = Files.createTempDirectory("carat-scenario");
            TestDatabase database = TestDatabase.fresh();
            this.context = new SpringApplicationBuilder(CaratApplication.class)
                    .properties(
                            "server.port=0",
                            "carat.data=" + data,
                            "carat.topology=" + topology,
                            "spring.datasource.url=" + database.jdbcUrl(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password())
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
        return RUNNING.computeIfAbsent(topology, RunningServer::new);
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
