package io.carat.ops.bench.contestant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.carat.ops.bench.TestDatabases;
import io.carat.ops.bench.load.Load;
import io.carat.ops.bench.load.ProviderChoice;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;
import io.carat.ops.client.CaratFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpContestantTest {

    /** Built by this build before this module's tests. */
    private static final Path SERVER = Path.of(System.getProperty("basedir", "."), "../api/target/carat-api.jar");

    @TempDir
    Path directory;

    private TestDatabases databases;

    @BeforeEach
    void open() {
        databases = new TestDatabases(directory);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void settlesBetsOnTheWholeServer() {
        try (Contestant http = setup(SERVER).open()) {
            RunResult result = http.run(new RunSpec("r1", 0.5, 4, 4, Load.UNIFORM, ProviderChoice.SPREAD, 1));
            assertThat(result.firstFailure()).isNull();
            assertThat(result.latencies()).containsOnlyKeys("authorize", "settle");
            assertThat(result.events()).isPositive();
            assertThat(result.subject().peakBytes()).isGreaterThan(100 << 20);
        }
    }

    @Test
    void tellsWhatAServerSaidThatDoesNotStart() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.jar"), "no jar");
        assertThatExceptionOfType(CaratFailure.class)
                .isThrownBy(() -> setup(broken).open())
                .withMessageContaining("The server to be measured is not ready")
                .withMessageContaining("broken.jar");
    }

    private ContestantSetup setup(Path jar) {
        return new ContestantSetup(
                ContestantKind.HTTP,
                databases.create("any"),
                4,
                List.of(2),
                false,
                2,
                100,
                0,
                directory.toString(),
                jar.toString(),
                List.of("-XX:TieredStopAtLevel=1"));
    }
}
