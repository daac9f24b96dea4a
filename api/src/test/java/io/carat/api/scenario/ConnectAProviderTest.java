package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/recipes/connect-a-provider.md do what it says, in its order, by curl and openssl. */
class ConnectAProviderTest {

    private static final Path RECIPE = Path.of("../docs/recipes/connect-a-provider.md");
    private static final Pattern BLOCK = Pattern.compile("```(bash|answer)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[a-z]+}}");
    private static final String END_OF_STEP = "-- end of step --";

    /** Commands, and what they print; empty for those that the text gives no answer of. */
    private record Step(String commands, String answer) {}

    @TempDir
    private Path folder;

    @Test
    void doesWhatItSays() throws Exception {
        requireTools();
        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThan(15);
        try (TestDatabase database = TestDatabase.fresh();
                RunningServer server = RunningServer.node(database, Map.of())) {
            List<String> printed = run(script(steps), server);
            assertThat(printed).hasSameSizeAs(steps);
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                assertThat(printed.get(i).strip())
                        .as("what this prints:%n%s", step.commands)
                        .matches(pattern(step.answer));
            }
        }
    }

    /** Without these there is no recipe to follow: a machine that lacks them fails here, and says which. */
    private static void requireTools() {
        for (String tool : List.of("bash", "curl", "openssl", "sed")) {
            assertThat(List.of(System.getenv("PATH").split(":")).stream()
                            .anyMatch(place -> Files.isExecutable(Path.of(place, tool))))
                    .as("%s is on the PATH", tool)
                    .isTrue();
        }
    }

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (MatchResult block :
                BLOCK.matcher(Files.readString(RECIPE)).results().toList()) {
            if (block.group(1).equals("bash")) {
                steps.add(new Step(block.group(2), ""));
            } else {
                steps.set(
                        steps.size() - 1,
                        new Step(steps.getLast().commands, block.group(2).strip()));
            }
        }
        return steps;
    }

    private static String script(List<Step> steps) {
        return steps.stream()
                .map(step -> step.commands + "\necho '" + END_OF_STEP + "'\n")
                .collect(Collectors.joining());
    }

    private List<String> run(String script, RunningServer server) throws IOException, InterruptedException {
        Path key = Files.writeString(folder.resolve("hub88.pem"), server.providerSecret("hub88"));
        Path output = folder.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("URL", server.uri("").toString());
        shell.environment().put("ADMIN", server.token("admin"));
        shell.environment().put("OPERATOR", server.token("operator"));
        shell.environment().put("GENERIC_SECRET", server.providerSecret("generic"));
        shell.environment().put("HUB88_KEY", key.toString());
        Process running = shell.start();
        try {
            assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            running.destroyForcibly();
        }
        List<String> parts = new ArrayList<>(List.of(Files.readString(output).split(Pattern.quote(END_OF_STEP), -1)));
        parts.removeLast();
        return parts;
    }

    private static String pattern(String answer) {
        StringBuilder pattern = new StringBuilder();
        Matcher placeholders = PLACEHOLDER.matcher(answer);
        int from = 0;
        while (placeholders.find()) {
            pattern.append(Pattern.quote(answer.substring(from, placeholders.start())))
                    .append("[A-Za-z0-9._-]+");
            from = placeholders.end();
        }
        return pattern.append(Pattern.quote(answer.substring(from))).toString();
    }
}
