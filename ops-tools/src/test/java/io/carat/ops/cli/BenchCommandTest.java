package io.carat.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.client.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BenchCommandTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        --only fly                          | 'fly' is none of engine, engine-hot, stock, sql, sql-hot, raw, http
        --load busy                         | 'busy' is none of uniform, zipf, one-hot
        --provider two                      | 'two' is none of spread, one
        --runs 0                            | --runs must be 1 or more
        --seconds 0                         | --seconds, --warmup-seconds and --http-warmup-seconds must be above 0
        --http-warmup-seconds 0             | --seconds, --warmup-seconds and --http-warmup-seconds must be above 0
        --players 0                         | --players must be 1 to
        --concurrency 901                   | --concurrency must be 1 to 900
        --sql-connections 8,100             | --sql-connections and --stock-connections must be 1 to 64
        --raw-events 0                      | --raw-events must be 1 to
        --prefill -1                        | --prefill must not be below 0
        --pairs 2 --only sql                | --pairs needs engine, engine-hot, stock or http first in --only
        --pairs 2 --pair prefill            | --pair prefill needs --prefill above 0 and engine first in --only
        --setting no_such_thing=1           | No PostgreSQL:
        --json /no/such/directory/b.json    | The results cannot be written to /no/such/directory/b.json.
        --dir /no/such/directory            | No temporary directory can be made in /no/such/directory
        """)
    void saysInOneLineWhatIsWrong(String arguments, String line) {
        String[] words = ("bench " + arguments.strip()).split(" ");
        CommandLineRun run = CommandLineRun.of(Map.of(), words);
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains(line.strip()).hasLineCount(1);
    }

    @Test
    void measuresInAProcessOfItsOwnAndLeavesNothingBehind() throws IOException {
        Path json = directory.resolve("result.json");
        Path parent = Files.createDirectory(directory.resolve("databases"));
        CommandLineRun run = CommandLineRun.of(
                Map.of(),
                "bench",
                "--only",
                "sql",
                "--runs",
                "1",
                "--seconds",
                "0.2",
                "--warmup-seconds",
                "0.2",
                "--setting",
                "commit_delay=100",
                "--dir",
                parent.toString(),
                "--json",
                json.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Warming up sql", "transfers");
        JsonNode result = Json.read(Files.readString(json));
        assertThat(result.get("sql").get("transfersPerSecond").asDouble()).isPositive();
        assertThat(result.get("machine").get("postgres").get("fsync").asString())
                .isEqualTo("on");
        assertThat(result.get("machine")
                        .get("postgres")
                        .get("synchronous_commit")
                        .asString())
                .isEqualTo("on");
        assertThat(result.get("machine").get("postgres").get("commit_delay").asString())
                .isEqualTo("100");
        assertThat(parent).isEmptyDirectory();
    }
}
