package io.carat.saga.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands that sagas could not get done, with why and when they are tried next: table {@code saga_parked}. Written in
 * the transaction of the caller. A row without a next attempt waits for an operator.
 */
public final class ParkedCommands {

    /** After this many attempts a command waits for an operator. */
    public static final int MAX_ATTEMPTS = 20;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Map<String, Class<?>> types;
    private final JsonMapper json = JsonMapper.shared();

    /** Keeps commands in this database; types are the commands that may be parked, by permanent name. */
    public ParkedCommands(DataSource dataSource, Map<String, Class<?>> types) {
        this.jdbc = JdbcClient.create(dataSource);
        this.types = Map.copyOf(types);
    }

    /** Parks a command; one that is parked already is given its next attempt. */
    public void park(String saga, String sagaKey, SagaCommand command, String cause, int attempts, Instant now) {
        jdbc.sql("""
            INSERT INTO saga_parked (saga, saga_key, command_id, command_name, command, cause, attempts, parked_at,
                                     next_attempt_at)
            VALUES (:saga, :key, :id, :name, :command, :cause, :attempts, :now, :next)
            ON CONFLICT (saga, saga_key, command_id) DO UPDATE
            SET cause = excluded.cause, attempts = excluded.attempts, next_attempt_at = excluded.next_attempt_at\
            """)
                .param("saga", saga)
                .param("key", sagaKey)
                .param("id", command.id())
                .param("name", command.name())
                .param("command", json.writeValueAsString(command.payload()))
                .param("cause", cause)
                .param("attempts", attempts)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("next", next(attempts, now))
                .update();
    }

    /** Puts off a parked command that failed again. */
    public void putOff(ParkedCommand command, String cause, int attempts, Instant now) {
        jdbc.sql("""
            UPDATE saga_parked SET cause = :cause, attempts = :attempts, next_attempt_at = :next
            WHERE saga = :saga AND saga_key = :key AND command_id = :id\
            """)
                .param("saga", command.saga())
                .param("key", command.sagaKey())
                .param("id", command.commandId())
                .param("cause", cause)
                .param("attempts", attempts)
                .param("next", next(attempts, now))
                .update();
    }

    /** Forgets a command that is done. */
    public void forget(ParkedCommand command) {
        jdbc.sql("DELETE FROM saga_parked WHERE saga = :saga AND saga_key = :key AND command_id = :id")
                .param("saga", command.saga())
                .param("key", command.sagaKey())
                .param("id", command.commandId())
                .update();
    }

    /** Forgets what was parked for a saga that has come to its end. */
    public void forget(String saga, String sagaKey) {
        jdbc.sql("DELETE FROM saga_parked WHERE saga = :saga AND saga_key = :key")
                .param("saga", saga)
                .param("key", sagaKey)
                .update();
    }

    /** Commands whose next attempt is due, locked for the caller's transaction; those another node has are left out. */
    public List<ParkedCommand> due(Instant now, int limit) {
        return jdbc.sql("""
            SELECT saga, saga_key, command_id, command_name, command, attempts FROM saga_parked
            WHERE next_attempt_at <= :now ORDER BY next_attempt_at LIMIT :limit FOR UPDATE SKIP LOCKED\
            """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new ParkedCommand(
                        row.getString("saga"),
                        row.getString("saga_key"),
                        row.getString("command_id"),
                        row.getString("command_name"),
                        row.getString("command"),
                        row.getInt("attempts")))
                .list();
    }

    /** How many commands are parked. */
    public long count() {
        return jdbc.sql("SELECT count(*) FROM saga_parked").query(Long.class).single();
    }

    /**
     * The command as its saga sent it.
     *
     * @throws IllegalStateException when no command has this name, or when the stored text does not fit it
     */
    public SagaCommand read(ParkedCommand parked) {
        Class<?> type = types.get(parked.commandName());
        if (type == null) {
            throw new IllegalStateException("No command is known as " + parked.commandName());
        }
        try {
            return new SagaCommand(parked.commandId(), parked.commandName(), json.readValue(parked.payload(), type));
        } catch (JacksonException e) {
            throw new IllegalStateException("The text of " + parked.commandId() + " is no " + parked.commandName(), e);
        }
    }

    private static @Nullable Object next(int attempts, Instant now) {
        if (attempts >= MAX_ATTEMPTS) {
            return null;
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << attempts);
        return now.plus(delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY)
                .atOffset(ZoneOffset.UTC);
    }
}
