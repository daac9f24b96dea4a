package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recipe that changes code names what is there: every file, class and method. */
class RecipeNamesTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> SOURCES =
            List.of("ledger-core/src", "projections/src", "sagas/src", "api/src", "ops-tools/src");
    private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FILE =
            Pattern.compile("(?:[A-Za-z0-9_.+-]+/)*[A-Za-z0-9_.+-]+\\.(?:java|json|md|txt)");
    private static final Pattern TYPE = Pattern.compile("([A-Z][a-z][A-Za-z]+)(?:\\.([a-z][A-Za-z]+))?");

    @Test
    void everyFileClassAndMethodOfAddAPolicyRuleExists() throws IOException {
        Map<String, Path> types = types();
        List<String> missing = new ArrayList<>();
        int looked = 0;
        for (String name : names("add-a-policy-rule.md")) {
            MatchResult type = TYPE.matcher(name).results().findFirst().orElse(null);
            if (FILE.matcher(name).matches()) {
                looked++;
                if (!Files.isRegularFile(ROOT.resolve(name))) {
                    missing.add(name);
                }
            } else if (type != null && TYPE.matcher(name).matches()) {
                looked++;
                Path source = types.get(type.group(1));
                if (source == null || (type.group(2) != null && !declares(source, type.group(2)))) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(looked).as("names looked up").isGreaterThan(25);
    }

    private static boolean declares(Path source, String method) throws IOException {
        return Pattern.compile("[\\w>\\]] " + method + "\\(")
                .matcher(Files.readString(source))
                .find();
    }

    private static Set<String> names(String recipe) throws IOException {
        return QUOTED.matcher(Files.readString(ROOT.resolve("docs/recipes").resolve(recipe)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Path> types() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : SOURCES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources.stream()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""), file -> file, (one, other) -> one));
    }
}
