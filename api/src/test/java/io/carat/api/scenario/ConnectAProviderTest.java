package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/recipes/connect-a-provider.md do what it says, in its order, by curl and openssl. */
class ConnectAProviderTest {

    @TempDir
    private Path folder;

    @Test
    void doesWhatItSays() throws Exception {
        Recipe.requireTools("bash", "curl", "openssl", "sed");
        Recipe recipe = Recipe.of("connect-a-provider.md");
        assertThat(recipe.steps()).hasSizeGreaterThan(15);
        try (TestDatabase database = TestDatabase.fresh();
                RunningServer server = RunningServer.node(database, Map.of())) {
            Path key = Files.writeString(folder.resolve("hub88.pem"), server.providerSecret("hub88"));
            recipe.followOn(
                    server,
                    folder,
                    Map.of("GENERIC_SECRET", server.providerSecret("generic"), "HUB88_KEY", key.toString()));
        }
    }
}
