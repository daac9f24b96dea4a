package io.carat.api.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void namesItsHolderInTheLockFile() throws IOException {
        Path data = folder.resolve("new/data");
        try (DataDirectory held = DataDirectory.take(data)) {
            assertThat(held.path()).isEqualTo(data).isDirectory();
            assertThat(data.resolve("server.pid"))
                    .hasContent(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() throws IOException {
        try (DataDirectory held = DataDirectory.take(folder)) {
            assertThatExceptionOfType(StartupRefused.class)
                    .isThrownBy(() -> DataDirectory.take(held.path()))
                    .withMessageContaining(folder.toString())
                    .withMessageContaining("in use");
        }
    }

    @Test
    void freesTheDirectoryWhenClosed() throws IOException {
        DataDirectory.take(folder).close();
        assertThat(folder.resolve("server.pid")).isEmptyFile();
        DataDirectory.take(folder).close();
    }

    @Test
    void refusesADirectoryThatCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> DataDirectory.take(file.resolve("data")))
                .withMessageContaining("not writable")
                .withMessageContaining("--data");
    }
}
