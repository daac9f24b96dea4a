package io.carat.api.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Each reason not to start is told in one line on standard error. */
@ExtendWith(OutputCaptureExtension.class)
class StartupLineTest {

    @TempDir
    Path data;

    @Test
    void tellsThatThePortIsTaken(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            refuse("--server.port=" + taken.getLocalPort());
            assertLine(output, "port " + taken.getLocalPort() + " is taken");
            assertThat(data.resolve("server.pid")).isEmptyFile();
        }
    }

    @Test
    void tellsThatTheDataDirectoryIsInUse(CapturedOutput output) throws IOException {
        try (DataDirectory held = DataDirectory.take(data)) {
            refuse();
            assertLine(output, "the data directory " + held.path() + " is in use by another Carat server");
        }
    }

    @Test
    void tellsThatTheDataDirectoryIsNotWritable(CapturedOutput output) throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        refuse("--carat.data=" + file.resolve("x"));
        assertLine(output, "the data directory " + file.resolve("x") + " is not writable");
    }

    @Test
    void tellsThatTheDataBelongToAnotherPostgres(CapturedOutput output) throws IOException {
        Files.writeString(Files.createDirectory(data.resolve("postgres")).resolve("PG_VERSION"), "17\n");
        refuse();
        assertLine(output, "was made by PostgreSQL 17, this Carat runs 18");
    }

    @Test
    void tellsThatTheDatabaseIsUnreachable(CapturedOutput output) throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        refuse("--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + closed + "/carat?password=secret");
        assertLine(output, "the database jdbc:postgresql://127.0.0.1:" + closed + "/carat is unreachable");
    }

    @Test
    void namesASettingWithAWrongValue(CapturedOutput output) {
        refuse("--carat.topology=RUBY_SPLIT_V9");
        assertLine(
                output,
                "the setting carat.topology = 'RUBY_SPLIT_V9' is not valid: expected RUBY_SPLIT_V1 or RUBY_UNIFIED_V1");
    }

    @Test
    void namesAnEventStoreThatThereIsNot(CapturedOutput output) {
        refuse("--carat.eventstore=mysql");
        assertLine(output, "the setting carat.eventstore = 'mysql' is not valid: expected postgres or axonserver");
    }

    @Test
    void namesAPortThatIsNoNumber(CapturedOutput output) {
        refuse("--server.port=http");
        assertLine(output, "the setting server.port = 'http' is not valid");
    }

    @Test
    void namesAPortThatIsTooLarge(CapturedOutput output) {
        refuse("--server.port=65536");
        assertLine(output, "the setting server.port = '65536' is not a port");
    }

    private void refuse(String... arguments) {
        SpringApplication application = new SpringApplication(StartOnly.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("carat.data", data, "server.port", 0));
        Throwable failure = catchThrowable(() -> application.run(arguments));
        assertThat(failure).isNotNull();
    }

    private static void assertLine(CapturedOutput output, String words) {
        List<String> lines = output.getErr()
                .lines()
                .filter(line -> line.startsWith("carat: "))
                .toList();
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("carat: cannot start: ")
                .contains(words);
        assertThat(output.getErr()).doesNotContain("\tat ").doesNotContain("secret");
    }

    /** What happens before the application proper. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @ComponentScan({"io.carat.api.startup", "io.carat.api.embedded"})
    static class StartOnly {}
}
