package io.carat.api.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.carat.api.startup.CaratSettings;
import io.carat.api.startup.StartupRefused;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDatabaseTest {

    @TempDir
    static Path data;

    private static EmbeddedDatabase server;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(data, new CaratSettings.Postgres(0, Map.of()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void acceptsADatabaseThatAnswers() {
        assertThatCode(database(server.getJdbcUrl(), server.getPassword())::requireReachable)
                .doesNotThrowAnyException();
    }

    @Test
    void tellsThatThePasswordIsWrong() {
        assertRefused(database(server.getJdbcUrl(), "wrong"), "refuses user 'carat': wrong password");
    }

    @Test
    void tellsThatTheDatabaseDoesNotExist() {
        String url = server.getJdbcUrl().replaceFirst("/carat$", "/nowhere");
        assertRefused(database(url, server.getPassword()), "/nowhere does not exist");
    }

    @Test
    void tellsThatTheUrlIsNoPostgresUrl() {
        assertRefused(database("jdbc:mysql://localhost/carat", "x"), "the setting spring.datasource.url");
    }

    private static ExternalDatabase database(String url, String password) {
        return new ExternalDatabase(url, "carat", password);
    }

    private static void assertRefused(ExternalDatabase database, String words) {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(database::requireReachable)
                .withMessageContaining(words);
    }
}
