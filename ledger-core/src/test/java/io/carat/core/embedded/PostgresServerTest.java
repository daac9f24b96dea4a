package io.carat.core.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    /** One for all tests, since making a cluster takes a second. */
    @TempDir
    static Path data;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(data, 0, Map.of("work_mem", "5MB"));
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(server.postmaster()).isEmpty();
    }

    @Test
    void keepsWhatItAcknowledgedWhenKilled() throws SQLException {
        execute("DROP TABLE IF EXISTS note", "CREATE TABLE note (text text)", "INSERT INTO note VALUES ('kept')");
        ProcessHandle postmaster = postmaster();
        Stream<ProcessHandle> tree = Stream.concat(Stream.of(postmaster), postmaster.descendants());
        server.kill();
        assertThat(tree).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(server.postmaster()).isEmpty();
        server.restart();
        assertThat(value("SELECT text FROM note")).isEqualTo("kept");
    }

    @Test
    void restartsOnItsPortAndWithItsSettings() throws SQLException {
        String url = server.jdbcUrl();
        long before = postmaster().pid();
        server.restart();
        assertThat(server.jdbcUrl()).isEqualTo(url);
        assertThat(postmaster().pid()).isNotEqualTo(before);
        assertThat(value("SHOW work_mem")).isEqualTo("5MB");
        assertThat(value("SHOW fsync")).isEqualTo("on");
    }

    @Test
    void leavesThePostgresOfOthersAlone(@TempDir Path other) {
        try (PostgresServer neighbour = PostgresServer.start(other, 0, Map.of())) {
            server.kill();
            assertThat(neighbour.postmaster()).isPresent();
        }
        server.restart();
    }

    @Test
    void saysWhyItDoesNotStart(@TempDir Path other) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(PostgresRefused.class)
                    .isThrownBy(() -> PostgresServer.start(other, taken.getLocalPort(), Map.of()))
                    .withMessageContaining("could not create any TCP/IP sockets");
        }
    }

    private static ProcessHandle postmaster() {
        return ProcessHandle.of(server.postmaster().orElseThrow()).orElseThrow();
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String value(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
    }
}
