package io.carat.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.contestant.ContestantSetup;
import io.carat.ops.bench.host.Target;
import io.carat.ops.client.Json;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WorkerTest {

    @TempDir
    Path directory;

    @Test
    void answersItsSetupAndEachRunInOneLine() throws IOException {
        BenchOptions options = Samples.options(List.of(ContestantKind.SQL), 0, PairKind.PROVIDER, 0);
        try (TestDatabases databases = new TestDatabases(directory)) {
            List<JsonNode> replies = serve(
                    setup(databases.create("any")),
                    new Worker.Request(true, options.spec("w", Samples.SECONDS, 0)),
                    new Worker.Request(false, options.spec("r1", Samples.SECONDS, 1)));
            assertThat(replies).hasSize(3).allMatch(reply -> reply.get("error").isNull());
            assertThat(replies.getLast().get("result").get("operations").asLong())
                    .isPositive();
        }
    }

    @Test
    void answersWhyItCannotBegin() throws IOException {
        List<JsonNode> replies = serve(setup(new Target("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 0)));
        assertThat(replies)
                .singleElement()
                .satisfies(reply ->
                        assertThat(reply.get("error").asString()).contains("The database does not do as told"));
    }

    private ContestantSetup setup(Target target) {
        return new ContestantSetup(
                ContestantKind.SQL, target, 10, List.of(2), false, 2, 100, 0, directory.toString(), null, List.of());
    }

    private static List<JsonNode> serve(Object... lines) throws IOException {
        StringBuilder input = new StringBuilder();
        for (Object line : lines) {
            input.append(Json.write(line)).append('\n');
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Worker.serve(
                new BufferedReader(new StringReader(input.toString())),
                new PrintStream(output, true, StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8).lines().map(Json::read).toList();
    }
}
