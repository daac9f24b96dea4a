package io.carat.api.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.api.startup.CaratSettings;
import io.carat.api.startup.EventStoreKind;
import io.carat.api.startup.StartTopology;
import io.carat.api.startup.StartupRefused;
import io.carat.core.eventstore.EventPositions;
import io.carat.core.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database keeps to the event store that its read models follow. */
class EventStoreChoiceTest {

    private final TestDatabase database = TestDatabase.fresh().migrate();

    @AfterEach
    void close() {
        database.close();
    }

    private void start(EventStoreKind kind, long head) {
        CaratSettings settings = new CaratSettings(
                Path.of("unused"), StartTopology.RUBY_SPLIT_V1, kind, new CaratSettings.Postgres(0, Map.of()));
        new EventStoreChoice(database.dataSource(), settings, new EventPositions() {
            @Override
            public long headPosition() {
                return head;
            }

            @Override
            public OptionalLong firstPosition(String streamId) {
                return OptionalLong.empty();
            }
        });
    }

    private void processorHasTaken(long position) {
        JdbcClient.create(database.dataSource())
                .sql("INSERT INTO token_entry (processor_name, segment, token) VALUES ('p', 0, :token)")
                .param(
                        "token",
                        "{\"globalIndex\": %d}".formatted(position).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .update();
    }

    @Test
    void startsAgainOnTheSameStore() {
        start(EventStoreKind.AXONSERVER, 0);
        processorHasTaken(7);
        start(EventStoreKind.AXONSERVER, 7);
    }

    @Test
    void refusesAnotherKindOfStore() {
        start(EventStoreKind.POSTGRES, 0);
        processorHasTaken(7);
        assertThatThrownBy(() -> start(EventStoreKind.AXONSERVER, 7))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining(
                        "this database follows the event store 'postgres', and carat.eventstore is 'axonserver'");
        start(EventStoreKind.POSTGRES, 7);
    }

    @Test
    void allowsAnotherKindWhileNothingFollowsTheLog() {
        start(EventStoreKind.AXONSERVER, 0);
        start(EventStoreKind.POSTGRES, 0);
    }

    @Test
    void refusesALogThatEndsBeforeWhatWasRead() {
        start(EventStoreKind.AXONSERVER, 7);
        processorHasTaken(7);
        assertThatThrownBy(() -> start(EventStoreKind.AXONSERVER, 6))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("up to position 7, and the event store 'axonserver' ends at 6");
    }
}
