package io.carat.core.signedhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.carat.core.LedgerTypes;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import io.carat.core.eventstore.PostgresEventStorageEngine;
import io.carat.core.eventstore.chain.Hash;
import io.carat.core.signedhead.HeadTable.LogEnd;
import io.carat.core.signedhead.PublicKeys.Verdict;
import io.carat.core.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadSignerTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    Path folder;

    private TestDatabase database;
    private PostgresEventStorageEngine engine;
    private SigningKey key;
    private HeadFile file;
    private HeadSigner signer;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh().migrate();
        engine = new PostgresEventStorageEngine(database.dataSource(), LedgerTypes.eventSerializer());
        key = SigningKey.of(folder.resolve("signing-key.pem"));
        file = new HeadFile(folder.resolve("heads.jsonl"));
        signer = new HeadSigner(database.dataSource(), file, key);
    }

    @AfterEach
    void close() {
        signer.close();
        engine.close();
        database.close();
    }

    private void append(long sequence) {
        engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                "catalogue", "provider-1", sequence, new ProviderRegistered("provider-1", "one"))));
    }

    private List<SignedHead> inTable() throws SQLException {
        List<SignedHead> heads = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection()) {
            HeadTable.read(connection, heads::add);
        }
        return heads;
    }

    private List<SignedHead> inFile() throws IOException {
        List<SignedHead> heads = new ArrayList<>();
        if (Files.exists(file.path())) {
            file.read(line -> heads.add(line.head().orElseThrow()));
        }
        return heads;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void keepsTheSameHeadInsideAndOutside() throws Exception {
        append(0);
        append(1);

        assertThat(signer.signIfMoved()).isTrue();

        assertThat(inTable()).isEqualTo(inFile()).singleElement().satisfies(head -> {
            assertThat(head.position()).isEqualTo(2);
            assertThat(head.logHash()).isEqualTo(end().logHash());
            key.publishTo(folder.resolve("keys"));
            assertThat(PublicKeys.in(List.of(folder.resolve("keys"))).verdictOn(head))
                    .isEqualTo(Verdict.VALID);
        });
    }

    private LogEnd end() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return HeadTable.end(connection);
        }
    }

    @Test
    void signsNothingTwiceAndNothingOfAnEmptyLog() throws Exception {
        assertThat(signer.signIfMoved()).isFalse();
        append(0);
        assertThat(signer.signIfMoved()).isTrue();
        assertThat(signer.signIfMoved()).isFalse();
        try (HeadSigner again = new HeadSigner(database.dataSource(), file, key)) {
            again.start(NEVER);
            assertThat(again.signIfMoved()).isFalse();
        }

        assertThat(inFile()).hasSize(1);
        assertThat(inTable()).hasSize(1);
    }

    @Test
    void signsWhenItStartsWhileItRunsAndWhenItIsClosed() throws Exception {
        try (HeadSigner slow = new HeadSigner(database.dataSource(), file, key)) {
            append(0);
            slow.start(NEVER);
            await().until(() -> inFile().size() == 1);
            append(1);
        }
        signer.start(SOON);
        append(2);
        await().until(() -> inFile().getLast().position() == 3);

        assertThat(inFile()).extracting(SignedHead::position).containsExactly(1L, 2L, 3L);
        assertThat(inTable()).isEqualTo(inFile());
    }

    @Test
    void triesAgainWhatItCouldNotKeep() throws Exception {
        append(0);
        Files.createDirectory(file.path());
        assertThatThrownBy(() -> signer.signIfMoved()).isInstanceOf(IOException.class);
        append(1);
        assertThatThrownBy(() -> signer.signIfMoved()).isInstanceOf(IOException.class);
        Files.delete(file.path());
        run("ALTER TABLE signed_head RENAME TO elsewhere");
        assertThatThrownBy(() -> signer.signIfMoved()).isInstanceOf(SQLException.class);
        assertThat(inFile()).isEmpty();
        run("ALTER TABLE elsewhere RENAME TO signed_head");

        signer.start(SOON);
        await().until(() -> inFile().size() == 2);

        assertThat(inFile()).extracting(SignedHead::position).containsExactly(1L, 2L);
        assertThat(inTable()).isEqualTo(inFile());
    }

    @Test
    void letsNobodyChangeHeadsByAccident() throws Exception {
        append(0);
        signer.signIfMoved();

        assertThatThrownBy(() -> run("DELETE FROM signed_head")).hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> run("UPDATE signed_head SET position = 9")).hasMessageContaining("never changed");
    }

    @Test
    void seesALogThatIsBehindAHeadThatWasKept() {
        SignedHead kept = key.sign(5, Hash.ZERO, Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(HeadSigner.contradiction(kept, new LogEnd(4, Hash.ZERO)))
                .contains("The log in the database ends at position 4, but there is a head signed at"
                        + " 2026-01-01T00:00:00Z for position 5");
        assertThat(HeadSigner.contradiction(kept, new LogEnd(5, Hash.of(new byte[32]))))
                .isEmpty();
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(HeadSigner.contradiction(kept, new LogEnd(5, Hash.of(other))).orElseThrow())
                .contains("ends at position 5 with another hash");
        assertThat(HeadSigner.contradiction(kept, new LogEnd(6, Hash.of(other))))
                .isEmpty();
    }

    @Test
    void startsAlsoWhereTheDatabaseIsNotThere() {
        database.close();
        append0IsNotPossible();

        signer.start(NEVER);
    }

    private void append0IsNotPossible() {
        assertThatThrownBy(() -> append(0)).isInstanceOf(RuntimeException.class);
    }
}
