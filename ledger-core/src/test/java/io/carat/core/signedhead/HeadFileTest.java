package io.carat.core.signedhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.carat.core.eventstore.chain.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFileTest {

    @TempDir
    Path folder;

    private HeadFile file;
    private SigningKey key;

    @BeforeEach
    void open() {
        file = new HeadFile(folder.resolve("chain/heads.jsonl"));
        key = SigningKey.of(folder.resolve("signing-key.pem"));
    }

    private SignedHead head(long position) {
        return key.sign(position, Hash.ZERO, Instant.parse("2026-01-01T00:00:00Z"));
    }

    private List<HeadFile.Line> lines() throws IOException {
        List<HeadFile.Line> lines = new ArrayList<>();
        file.read(lines::add);
        return lines;
    }

    private void write(String text) throws IOException {
        Files.writeString(file.path(), text, StandardOpenOption.APPEND);
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        assertThat(file.last()).isEmpty();
        file.append(head(1));
        file.append(head(7));

        assertThat(lines()).extracting(line -> line.head().orElseThrow()).containsExactly(head(1), head(7));
        assertThat(file.last()).contains(head(7));
        assertThat(Files.readString(file.path()))
                .startsWith("{\"position\":1,\"logHash\":\"0000")
                .endsWith("\"}\n")
                .hasLineCount(2);
    }

    @Test
    void findsTheLastOfManyHeads() throws IOException {
        for (int position = 1; position <= 100; position++) {
            file.append(head(position));
        }

        assertThat(file.last()).contains(head(100));
        assertThat(lines()).hasSize(100);
    }

    @Test
    void goesOnAfterALineThatWasCutOff() throws IOException {
        file.append(head(1));
        write("{\"position\":2,\"logHa");
        assertThat(file.last()).contains(head(1));
        file.append(head(3));

        assertThat(lines()).extracting(line -> line.head().isPresent()).containsExactly(true, false, true);
        assertThat(lines().get(1).isTorn()).isTrue();
        assertThat(lines().get(2).number()).isEqualTo(3);
        assertThat(file.last()).contains(head(3));
    }

    @Test
    void findsLinesThatAreNoHeads() throws IOException {
        file.append(head(1));
        write("\n{}\n{\"position\":\"1\"}\n"
                + Files.readString(file.path()).strip().replace("000000", "00")
                + "\n\u00ff}\n");

        assertThat(lines()).filteredOn(line -> line.head().isEmpty()).hasSize(4).noneMatch(HeadFile.Line::isTorn);
    }

    @Test
    void failsWhereThereIsNoFile() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(this::lines);
    }
}
