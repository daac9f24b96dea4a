package io.carat.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.fake.FakeServer;
import io.carat.ops.fake.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaratCommandTest {

    /** The discard port's neighbour: nothing listens there. */
    private static final String NOBODY = "http://localhost:1";

    @ParameterizedTest
    @ValueSource(strings = {"canary", "demo", "crash", "bench", "verify-chain"})
    void printsTheHelpOfEachCommand(String command) {
        CommandLineRun run = CommandLineRun.of(Map.of(), command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: carat " + command).contains("--json");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void refusesWrongUsageWithExitCode2() {
        assertUsage("Missing required subcommand");
        assertUsage("There is no command 'fly'", "fly");
        assertUsage("Unknown option: '--fast'", "canary", "--fast");
        assertUsage("--rate must be 1 to 100000", "demo", "--rate", "0");
        assertUsage("'soon' is not an int", "demo", "--seconds", "soon");
        assertUsage("--run must be", "demo", "--run", "a b");
        assertUsage("--nodes must be 1 or 2", "crash", "--nodes", "3");
        assertUsage("--rounds must be 1 or more", "crash", "--rounds", "0");
    }

    private static void assertUsage(String line, String... arguments) {
        CommandLineRun run = CommandLineRun.of(Map.of(), arguments);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(line).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "demo"})
    void saysInOneLineThatNoServerAnswers(String command) {
        CommandLineRun run = CommandLineRun.of(Map.of("CARAT_URL", NOBODY, "CARAT_TOKEN", "any"), command, "--json");

        assertFailure(run, "No server answers at " + NOBODY + ". Start one with ./carat up, or set CARAT_URL.");
    }

    @Test
    void saysInOneLineThatItKnowsNoServerToCrash(@TempDir Path data) {
        CommandLineRun run = CommandLineRun.of(Map.of(), "crash", "--json", "--data", data.toString());

        assertFailure(run, "Run this by ./carat crash");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void saysInOneLineThatThereIsNoToken(@TempDir Path data) {
        CommandLineRun run = CommandLineRun.of(Map.of("CARAT_DATA", data.toString()), "canary", "--json");

        assertFailure(run, "No token: " + data.resolve("credentials.json") + " does not exist.");
    }

    @Test
    void saysInOneLineThatTheCredentialsAreNotReadable(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("credentials.json"), "{\"admin\": ");

        assertFailure(
                CommandLineRun.of(Map.of("CARAT_DATA", data.toString()), "canary", "--json"),
                "cannot be read (not JSON)");

        Files.writeString(data.resolve("credentials.json"), "{\"admin\": \"x\"}");

        assertFailure(
                CommandLineRun.of(Map.of("CARAT_DATA", data.toString()), "canary", "--json"), "has no 'operator'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "demo"})
    void saysInOneLineThatTheTokenIsUnknown(String command) throws IOException {
        try (FakeServer server = new FakeServer(Fault.UNKNOWN_TOKEN)) {
            Map<String, String> environment =
                    Map.of("CARAT_URL", server.url().toString(), "CARAT_TOKEN", "secret-token");

            CommandLineRun run = CommandLineRun.of(environment, command, "--json");

            assertFailure(run, "does not know the token (401)");
            assertThat(run.err()).doesNotContain("secret-token");
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        CommandLineRun run =
                CommandLineRun.of(Map.of("CARAT_URL", "server:99", "CARAT_TOKEN", "x"), "canary", "--json");

        assertFailure(run, "CARAT_URL is not a server's address: 'server:99'");
    }

    @Test
    void takesTheTokenFromTheDataDirectory(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("credentials.json"), "{\"operator\": \"" + FakeServer.TOKEN + "\"}");
        try (FakeServer server = new FakeServer(Fault.NONE)) {
            Map<String, String> environment = Map.of("CARAT_URL", server.url() + "/", "CARAT_DATA", data.toString());

            assertThat(CommandLineRun.of(environment, "canary").exitCode()).isZero();
        }
    }

    private static void assertFailure(CommandLineRun run, String line) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(line).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
