package io.carat.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.carat.api.startup.CaratSettings;
import io.carat.api.startup.StartupRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {

    private static final CaratSettings.Postgres DEFAULTS = new CaratSettings.Postgres(0, Map.of());

    /** One for all tests, since making a cluster takes a second. */
    @TempDir
    static Path data;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(data, DEFAULTS);
    }

    @BeforeEach
    void restartWhenStopped() {
        if (!Files.exists(data.resolve("postgres/postmaster.pid"))) {
            database = EmbeddedDatabase.start(data, DEFAULTS);
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void keepsWhatItAcknowledged() {
        for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit", "data_checksums"}) {
            assertThat(show(setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void listensOnLoopbackOnlyAndAsksForAPassword() throws IOException {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Files.readString(data.resolve("postgres/pg_hba.conf"))).doesNotContain(" trust\n");
    }

    @Test
    void runsTheApplicationAsOwnerButNoSuperuser() {
        Boolean superuser = jdbc().sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                .query(Boolean.class)
                .single();
        assertThat(superuser).isFalse();
        jdbc().sql("CREATE TABLE owned (id int)").update();
    }

    @Test
    void keepsDataBetweenRuns() {
        store("kept");
        database.close();
        database = EmbeddedDatabase.start(data, DEFAULTS);
        assertThat(stored()).isEqualTo("kept");
    }

    @Test
    void takesOverFromAPostgresThatOutlivedItsServer() {
        store("acknowledged");
        long survivor = postmaster();
        database = EmbeddedDatabase.start(data, DEFAULTS);
        assertThat(stored()).isEqualTo("acknowledged");
        assertThat(ProcessHandle.of(survivor)).isEmpty();
    }

    @Test
    void recoversWhenPostgresWasKilledToo() {
        store("durable");
        ProcessHandle killed = ProcessHandle.of(postmaster()).orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();
        database = EmbeddedDatabase.start(data, DEFAULTS);
        assertThat(stored()).isEqualTo("durable");
    }

    @Test
    void ignoresAPidFileThatNamesAnotherProgram() throws IOException {
        store("kept");
        database.close();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n");
        database = EmbeddedDatabase.start(data, DEFAULTS);
        assertThat(stored()).isEqualTo("kept");
    }

    @Test
    void doesNotOpenAHalfMadeCluster() throws IOException {
        Path fresh = data.resolve("fresh");
        Files.createDirectories(fresh.resolve("postgres.new/base"));
        EmbeddedDatabase.start(fresh, DEFAULTS).close();
        assertThat(fresh.resolve("postgres.new")).doesNotExist();
    }

    @Test
    void tellsWhatPostgresComplainsAbout() throws IOException {
        database.close();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CaratSettings.Postgres fixed = new CaratSettings.Postgres(taken.getLocalPort(), Map.of());
            assertThatExceptionOfType(StartupRefused.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(data, fixed))
                    .withMessageContaining("could not create any TCP/IP sockets");
        }
    }

    @Test
    void refusesDataWithoutItsPassword() throws IOException {
        database.close();
        Path hidden = data.resolve("hidden");
        Files.move(data.resolve("postgres.password"), hidden);
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> EmbeddedDatabase.start(data, DEFAULTS))
                .withMessageContaining("postgres.password");
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        Files.move(hidden, data.resolve("postgres.password"));
    }

    private long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void store(String text) {
        jdbc().sql("DROP TABLE IF EXISTS note").update();
        jdbc().sql("CREATE TABLE note (text text)").update();
        jdbc().sql("INSERT INTO note VALUES (?)").param(text).update();
    }

    private String stored() {
        return jdbc().sql("SELECT text FROM note").query(String.class).single();
    }

    private String show(String setting) {
        return jdbc().sql("SHOW " + setting).query(String.class).single();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }
}
