package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;

/** A recipe whose commands are run in its order, in one shell, and print what it says. */
record Recipe(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile("```(bash|answer)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[a-z]+}}");
    private static final String END_OF_STEP = "-- end of step --";

    /** Commands, and what they print; empty for those that the text gives no answer of. */
    record Step(String commands, String answer) {}

    /** The file of this name under docs/recipes. */
    static Recipe of(String name) throws IOException {
        List<Step> steps = new ArrayList<>();
        String text = Files.readString(Path.of("../docs/recipes", name));
        for (MatchResult block : BLOCK.matcher(text).results().toList()) {
            if (block.group(1).equals("bash")) {
                steps.add(new Step(block.group(2), ""));
            } else {
                steps.set(
                        steps.size() - 1,
                        new Step(steps.getLast().commands, block.group(2).strip()));
            }
        }
        return new Recipe(steps);
    }

    /** Runs it against a server; {@code variables} come on top of {@code URL}, {@code ADMIN} and {@code OPERATOR}. */
    void followOn(RunningServer server, Path folder, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> printed = run(server, folder, variables);
        assertThat(printed).hasSameSizeAs(steps);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            assertThat(printed.get(i).strip())
                    .as("what this prints:%n%s", step.commands)
                    .matches(pattern(step.answer));
        }
    }

    /** Without these there is no recipe to follow: a machine that lacks them fails here, and says which. */
    static void requireTools(String... tools) {
        for (String tool : tools) {
            assertThat(Stream.of(System.getenv("PATH").split(":", -1))
                            .anyMatch(place -> Files.isExecutable(Path.of(place, tool))))
                    .as("%s is on the PATH", tool)
                    .isTrue();
        }
    }

    private String script() {
        return steps.stream()
                .map(step -> step.commands + "\necho '" + END_OF_STEP + "'\n")
                .collect(Collectors.joining());
    }

    private List<String> run(RunningServer server, Path folder, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("URL", server.uri("").toString());
        shell.environment().put("ADMIN", server.token("admin"));
        shell.environment().put("OPERATOR", server.token("operator"));
        shell.environment().putAll(variables);
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
