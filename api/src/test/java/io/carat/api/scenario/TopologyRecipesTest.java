package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the recipes on topologies do what they say, in their order, by curl. */
class TopologyRecipesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"add-a-bucket-type.md", "add-a-topology.md"})
    void doesWhatItSays(String name) throws Exception {
        Recipe.requireTools("bash", "curl", "sed", "grep");
        Recipe recipe = Recipe.of(name);
        assertThat(recipe.steps()).hasSizeGreaterThan(5);
        try (TestDatabase database = TestDatabase.fresh();
                RunningServer server = RunningServer.node(database, Map.of())) {
            recipe.followOn(server, folder, Map.of());
        }
    }
}
