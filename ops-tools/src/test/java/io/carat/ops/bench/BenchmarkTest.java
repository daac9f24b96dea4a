package io.carat.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BenchmarkTest {

    @TempDir
    Path directory;

    private TestDatabases databases;
    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void open() {
        databases = new TestDatabases(directory);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void comparesContestantsInTurn() {
        Benchmark.Result result =
                run(Samples.options(List.of(ContestantKind.ENGINE, ContestantKind.SQL), 0, PairKind.PROVIDER, 0));
        JsonNode json = Json.tree(result.json());
        assertThat(result.ok()).isTrue();
        assertThat(json.get("engine").get("commandsPerSecond").asDouble()).isPositive();
        assertThat(json.get("sql").get("transfersPerSecond").asDouble()).isPositive();
        assertThat(json.get("ratios").get("engineToSql").asDouble()).isPositive();
        assertThat(progress).anyMatch(line -> line.startsWith("run 1/1  engine"));
    }

    @Test
    void comparesOneProviderWithMany() {
        Benchmark.Result result = run(Samples.options(List.of(ContestantKind.ENGINE), 2, PairKind.PROVIDER, 0));
        JsonNode json = Json.tree(result.json());
        assertThat(result.ok()).isTrue();
        assertThat(json.get("ratios")).hasSize(2);
        assertThat(json.get("medianRatio").asDouble()).isPositive();
        assertThat(result.lines()).singleElement().asString().contains("one provider : spread over providers");
    }

    @Test
    void comparesAFilledStoreWithAnEmptyOne() {
        Benchmark.Result result = run(Samples.options(List.of(ContestantKind.ENGINE), 1, PairKind.PREFILL, 2_000));
        assertThat(result.ok()).isTrue();
        assertThat(Json.tree(result.json()).get("medianRatio").asDouble()).isPositive();
    }

    @Test
    void saysWhatIsMissingForTheServer() {
        BenchOptions http = Samples.options(List.of(ContestantKind.HTTP), 0, PairKind.PROVIDER, 0);
        assertThatExceptionOfType(CaratFailure.class)
                .isThrownBy(() -> run(http))
                .withMessageContaining("-Dcarat.server.jar=FILE");
    }

    private Benchmark.Result run(BenchOptions options) {
        return Benchmark.inThisProcess(options, progress::add).run(databases);
    }
}
