package io.carat.api.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./carat} says without building or starting anything. */
class LauncherTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "up --help", "down --help"})
    void explainsItself(String arguments) throws Exception {
        Answer answer = carat(Map.of(), arguments.split(" "));
        assertThat(answer.exitCode).isZero();
        assertThat(answer.out).startsWith("Usage: ./carat");
        assertThat(answer.err).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nope",
                "up --nope",
                "up --port",
                "up --port 70000",
                "up --port x",
                "up --topology FOO",
                "down now"
            })
    void refusesMisuseInOneLine(String arguments) throws Exception {
        Answer answer = carat(Map.of(), arguments.split(" "));
        assertThat(answer.exitCode).isEqualTo(2);
        assertThat(answer.err.lines()).singleElement().asString().startsWith("carat: ");
    }

    @Test
    void tellsThatNothingRuns() throws Exception {
        Answer answer = carat(Map.of(), "down", "--data", folder.toString());
        assertThat(answer.exitCode).isZero();
        assertThat(answer.out).isEqualTo("No Carat server runs on " + folder + ".\n");
    }

    @Test
    void doesNotStopAProcessThatIsNoServer() throws Exception {
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.resolve("server.pid"), bystander.pid() + "\n");
            Answer answer = carat(Map.of(), "down", "--data", folder.toString());
            assertThat(answer.out).contains("No Carat server runs");
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroy();
        }
    }

    @Test
    void namesAJavaHomeThatIsNoJdk25() throws Exception {
        Answer answer = carat(
                Map.of("CARAT_JAVA_HOME", "/no/jdk"),
                "up",
                "--data",
                folder.resolve("data").toString());
        assertThat(answer.exitCode).isEqualTo(1);
        assertThat(answer.err).isEqualTo("carat: CARAT_JAVA_HOME=/no/jdk is not a JDK 25\n");
    }

    @Test
    void tellsThatTheDataDirectoryCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Answer answer = carat(Map.of(), "up", "--data", file.resolve("data").toString());
        assertThat(answer.exitCode).isEqualTo(1);
        assertThat(answer.err.lines()).singleElement().asString().contains(file + "/data cannot be made");
    }

    private Answer carat(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().remove("CARAT_DATA");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out, Files.readString(err));
    }

    private static Path launcher() {
        return Path.of("..", "carat").toAbsolutePath().normalize();
    }

    private record Answer(int exitCode, String out, String err) {}
}
