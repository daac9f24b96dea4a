package io.carat.api.wiring;

import io.carat.api.startup.CaratSettings;
import io.carat.api.startup.EventStoreKind;
import io.carat.api.startup.StartupRefused;
import io.carat.core.eventstore.EventPositions;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses a start on a database whose read models follow another event store: their positions would mean other events, and
 * balances would silently be wrong.
 */
@Component
@DependsOnDatabaseInitialization
class EventStoreChoice {

    private final JdbcClient jdbc;

    EventStoreChoice(DataSource dataSource, CaratSettings settings, EventPositions log) {
        this.jdbc = JdbcClient.create(dataSource);
        requireSameKind(settings.eventstore());
        requireSameLog(settings.eventstore(), log.headPosition());
    }

    private void requireSameKind(EventStoreKind chosen) {
        // As long as nothing follows a log, another choice is free.
        jdbc.sql("""
            INSERT INTO event_store_choice (kind) VALUES (:kind)
            ON CONFLICT (only_row) DO UPDATE SET kind = excluded.kind, chosen_at = now()
            WHERE NOT EXISTS (SELECT FROM token_entry) AND NOT EXISTS (SELECT FROM domain_event)\
            """).param("kind", chosen.toString()).update();
        String kind = jdbc.sql("SELECT kind FROM event_store_choice")
                .query(String.class)
                .single();
        if (!kind.equals(chosen.toString())) {
            throw new StartupRefused("this database follows the event store '" + kind + "', and carat.eventstore is '"
                    + chosen + "'; set it back, or give the other event store a database of its own");
        }
    }

    private void requireSameLog(EventStoreKind kind, long head) {
        long taken = jdbc.sql("SELECT coalesce(max(projection.token_position(token)), 0) FROM token_entry")
                .query(Long.class)
                .single();
        if (taken > head) {
            throw new StartupRefused("the read models of this database have taken events up to position " + taken
                    + ", and the event store '" + kind + "' ends at " + head
                    + "; it is another one, or it has lost events");
        }
    }
}
