package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/recipes/run-a-campaign.md do what it says, in its order, by curl. */
class RunACampaignTest {

    @TempDir
    private Path folder;

    @Test
    void doesWhatItSays() throws Exception {
        Recipe.requireTools("bash", "curl", "sed");
        Recipe recipe = Recipe.of("run-a-campaign.md");
        assertThat(recipe.steps()).hasSizeGreaterThan(6);
        try (TestDatabase database = TestDatabase.fresh();
                RunningServer server = RunningServer.node(database, Map.of())) {
            recipe.followOn(server, folder, Map.of());
        }
    }
}
