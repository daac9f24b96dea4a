package io.carat.saga.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.bucket.ActivateRequirement;
import io.carat.saga.testing.ParkingLot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParkedCommandsTest {

    private static final ParkingLot LOT = new ParkingLot();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");

    private final ParkedCommands parked = LOT.parked();

    @BeforeEach
    void empty() {
        LOT.sql().sql("DELETE FROM saga_parked").update();
    }

    @AfterAll
    static void close() {
        LOT.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT5S",
        "1, PT10S",
        "2, PT20S",
        "9, PT42M40S",
        "10, PT1H",
        "11, PT1H",
        "18, PT1H",
        "19, PT1H",
    })
    void triesFurtherAndFurtherApart(int attempts, Duration delay) {
        park("c-1", attempts);

        assertThat(parked.due(NOW.plus(delay).minusMillis(1), 10)).isEmpty();
        assertThat(parked.due(NOW.plus(delay), 10))
                .extracting(ParkedCommand::attempts)
                .containsExactly(attempts);
    }

    @ParameterizedTest
    @CsvSource({"20", "21", "1000000"})
    void leavesACommandToAnOperatorInTheEnd(int attempts) {
        park("c-1", attempts);

        assertThat(parked.due(NOW.plus(Duration.ofDays(36_500)), 10)).isEmpty();
        LOT.sql().sql("UPDATE saga_parked SET next_attempt_at = now()").update();
        assertThat(parked.due(Instant.now().plusSeconds(60), 10)).hasSize(1);
    }

    @Test
    void keepsTheCommandAsItWasSent() {
        park("c-1", 0);

        assertThat(due()).singleElement().satisfies(command -> {
            assertThat(command.saga()).isEqualTo("saga");
            assertThat(command.sagaKey()).isEqualTo("key");
            assertThat(parked.read(command)).isEqualTo(command("c-1"));
        });
    }

    @Test
    void remembersWhenACommandWasParkedFirst() {
        park("c-1", 0);
        parked.park("saga", "key", command("c-1"), "again", 3, NOW.plusSeconds(100));

        assertThat(LOT.rows()).containsExactly("c-1 3 again");
        assertThat(LOT.sql()
                        .sql("SELECT parked_at = :at FROM saga_parked")
                        .param("at", NOW.atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void forgetsOneCommandOrAllOfASaga() {
        park("c-1", 0);
        park("c-2", 0);
        park("c-3", 0);

        parked.forget(due().getFirst());
        assertThat(parked.count()).isEqualTo(2);
        parked.forget("saga", "key");
        assertThat(parked.count()).isZero();
    }

    @Test
    void doesNotReadWhatItDoesNotKnow() {
        park("c-1", 0);
        LOT.sql()
                .sql("UPDATE saga_parked SET command_name = 'of.another.release.v9'")
                .update();

        assertThatThrownBy(() -> parked.read(due().getFirst()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of.another.release.v9");
    }

    @Test
    void leavesOutWhatAnotherNodeIsTrying() throws Exception {
        park("c-1", 0);
        park("c-2", 0);
        try (ExecutorService otherNode = Executors.newVirtualThreadPerTaskExecutor()) {
            LOT.transaction().executeWithoutResult(status -> {
                assertThat(parked.due(NOW.plusSeconds(5), 1))
                        .extracting(ParkedCommand::commandId)
                        .containsExactly("c-1");
                assertThat(otherNode.submit(() -> inTransaction(10)))
                        .succeedsWithin(Duration.ofSeconds(10))
                        .isEqualTo(List.of("c-2"));
            });
        }
        assertThat(inTransaction(10)).containsExactly("c-1", "c-2");
    }

    private List<String> inTransaction(int limit) {
        List<String> ids = LOT.transaction()
                .execute(status -> parked.due(NOW.plusSeconds(5), limit).stream()
                        .map(ParkedCommand::commandId)
                        .sorted()
                        .toList());
        return ids == null ? List.of() : ids;
    }

    private List<ParkedCommand> due() {
        return parked.due(NOW.plusSeconds(5), 10);
    }

    private void park(String id, int attempts) {
        parked.park("saga", "key", command(id), "cause", attempts, NOW);
    }

    private static SagaCommand command(String id) {
        return new SagaCommand(id, "requirement.activate.v1", new ActivateRequirement("b-1", "r-1"));
    }
}
