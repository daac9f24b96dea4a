package io.carat.api.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The rules are valid and fire on what they say. This needs promtool; where {@code CARAT_REQUIRE_PROMTOOL} is set, as in CI,
 * it is an error that there is none, elsewhere the test is left out.
 */
class AlertRulesTest {

    private static final Path ALERTS = Path.of("..", "docs", "operating", "alerts");
    private static final Path RULES = ALERTS.resolve("carat.rules.yml");
    private static final Path RULES_TEST = ALERTS.resolve("carat.rules.test.yml");
    private static final Pattern METRIC = Pattern.compile("\\bwallet_[a-z_]+");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final long TIMEOUT_SECONDS = 60;

    @Test
    void promtoolFindsTheRulesValid() throws Exception {
        requirePromtool();
        run("promtool", "check", "rules", RULES.toString());
    }

    @Test
    void theRulesFireOnWhatTheySay() throws Exception {
        requirePromtool();
        run("promtool", "test", "rules", RULES_TEST.toString());
    }

    @Test
    void everyRuleIsTested() throws IOException {
        String tests = Files.readString(RULES_TEST);
        assertThat(found(ALERT, Files.readString(RULES), 1))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(tests).contains("alertname: " + alert));
    }

    @Test
    void everyMetricIsDocumentedForOperators() throws IOException {
        String documented = Files.readString(Path.of("..", "docs", "operating", "running.md"));
        assertThat(found(METRIC, Files.readString(RULES), 0))
                .hasSizeGreaterThan(4)
                .allSatisfy(metric -> assertThat(documented).contains("`" + metric));
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(Collectors.toSet());
    }

    private static void requirePromtool() {
        boolean there = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        if (System.getenv("CARAT_REQUIRE_PROMTOOL") != null) {
            assertThat(there).as("promtool is on the PATH").isTrue();
        }
        assumeTrue(there, "no promtool (Debian's package prometheus has it)");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(Path.of("target"), "promtool-", ".txt");
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).as(() -> said(output)).isZero();
    }

    private static String said(Path output) {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "its output cannot be read: " + e;
        }
    }
}
