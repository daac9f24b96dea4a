package io.carat.ops.verify;

import io.carat.core.LedgerTypes;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import io.carat.core.eventstore.PostgresEventStorageEngine;
import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.HashChain;
import io.carat.core.eventstore.chain.LogRow;
import io.carat.core.eventstore.chain.LogScan;
import io.carat.core.signedhead.ChainFolder;
import io.carat.core.signedhead.HeadSigner;
import io.carat.core.signedhead.SigningKey;
import io.carat.core.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** A log that the engine has written and a node has signed, and a thief who owns the database. */
public final class LogUnderAttack implements AutoCloseable {

    final TestDatabase database = TestDatabase.fresh().migrate();
    final Path data;
    final SigningKey key;
    private final PostgresEventStorageEngine engine =
            new PostgresEventStorageEngine(database.dataSource(), LedgerTypes.eventSerializer());
    private final HeadSigner signer;
    private final Map<String, Long> sequences = new HashMap<>();

    /** An empty log, and a node with this data directory. */
    public LogUnderAttack(Path data) throws IOException {
        this.data = data;
        ChainFolder folder = ChainFolder.in(data);
        Files.createDirectories(folder.path());
        this.key = SigningKey.of(folder.signingKey());
        key.publishTo(folder.keys());
        this.signer = new HeadSigner(database.dataSource(), folder.heads(), key);
    }

    /** One commit with an event of each of these streams. */
    public LogUnderAttack append(String... streams) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (String stream : streams) {
            long sequence = sequences.merge(stream, 0L, (before, first) -> before + 1);
            events.add(new GenericDomainEventMessage<>(
                    "catalogue", stream, sequence, new ProviderRegistered(stream, "payload " + sequence)));
        }
        engine.appendEvents(events);
        return this;
    }

    /** Signs the head now. */
    public LogUnderAttack sign() throws SQLException, IOException {
        signer.signIfMoved();
        return this;
    }

    /** What {@code verify-chain} says, with the heads and keys of the data directory. */
    ChainReport check() throws SQLException {
        return check(Evidence.of(List.of(data)));
    }

    ChainReport check(Evidence evidence) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return ChainCheck.check(connection, evidence);
        }
    }

    /** Runs SQL as the owner, who can switch off what makes rows immutable. */
    public void attack(String... statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : List.of("domain_event", "domain_event_p0", "signed_head")) {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
            for (String table : List.of("domain_event", "domain_event_p0", "signed_head")) {
                statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
            connection.commit();
        }
    }

    /** Computes every hash and head anew, as the thief can who knows how it is done. */
    public void rehash() throws SQLException {
        Map<String, Hash> hashes = new HashMap<>();
        List<String> changes = new ArrayList<>(List.of("DELETE FROM stream_head"));
        Hash log = Hash.ZERO;
        long last = 0;
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (LogScan scan = LogScan.open(connection)) {
                for (LogRow row = scan.next(); row != null; row = scan.next()) {
                    Hash hash = row.hashAfter(hashes.getOrDefault(row.streamId(), Hash.ZERO));
                    hashes.put(row.streamId(), hash);
                    log = HashChain.ofLog(log, row.position(), row.committedAtMicros(), hash);
                    last = row.position();
                    if (!row.hasHash(hash)) {
                        changes.add("UPDATE domain_event SET hash = '\\x" + hash + "' WHERE position = " + last);
                    }
                }
            }
        }
        changes.add("""
            INSERT INTO stream_head
            SELECT stream_id, min(stream_type), max(sequence), min(position), max(position),
                   (array_agg(hash ORDER BY sequence DESC))[1] FROM domain_event GROUP BY stream_id\
            """);
        changes.add("""
            UPDATE event_log_head SET last_position = %d, log_hash = '\\x%s',
                   last_committed_at = (SELECT coalesce(max(committed_at), 'epoch') FROM domain_event)\
            """.formatted(last, log));
        attack(changes.toArray(String[]::new));
    }

    /** Gives two events each other's position. */
    void swap(long first, long second) throws SQLException {
        attack(
                "UPDATE domain_event SET position = 1999999 WHERE position = " + first,
                "UPDATE domain_event SET position = " + first + " WHERE position = " + second,
                "UPDATE domain_event SET position = " + second + " WHERE position = 1999999");
    }

    /** Moves everything from a position on. */
    void shift(long from, long by) throws SQLException {
        long far = 1_000_000;
        attack(
                "UPDATE domain_event SET position = position + " + far + " WHERE position >= " + from,
                "UPDATE domain_event SET position = position - " + (far - by) + " WHERE position >= " + (far + from));
    }

    /** Where the database is. */
    public String url() {
        return database.jdbcUrl();
    }

    /** Its owner. */
    public String username() {
        return database.username();
    }

    /** Its owner's password. */
    public String password() {
        return database.password();
    }

    String text(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                var row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        Arrays.<AutoCloseable>asList(signer, engine, database).forEach(LogUnderAttack::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
