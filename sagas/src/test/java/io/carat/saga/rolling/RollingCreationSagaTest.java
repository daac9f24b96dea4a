package io.carat.saga.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.ActivateRequirement;
import io.carat.core.bucket.BucketEvent.RequirementActivated;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementReopened;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.eventstore.names.StableNames;
import io.carat.core.player.PlayerEvent.RequirementNumbered;
import io.carat.saga.shell.CommandDelivery;
import io.carat.saga.shell.SagaShell;
import io.carat.saga.testing.ParkingLot;
import io.carat.saga.testing.ScriptedBus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The saga's shell on Axon's fixture, its state through the serializer that stores it. */
class RollingCreationSagaTest {

    private static final ParkingLot LOT = new ParkingLot();
    private static final RequirementNumbered NUMBERED = new RequirementNumbered("player-1", "r-1", "b-1", 1);
    private static final RequirementActivated ACTIVATED = new RequirementActivated("b-1", "r-1");
    private static final RequirementCompleted COMPLETED =
            new RequirementCompleted("b-1", "r-1", CompletionReason.FULFILLED);

    private final SagaTestFixture<RollingCreationSaga> fixture = new SagaTestFixture<>(RollingCreationSaga.class);
    private final List<String> told = new ArrayList<>();
    private Object answer = ScriptedBus.DONE;

    @BeforeEach
    void wire() {
        LOT.sql().sql("DELETE FROM saga_parked").update();
        fixture.setCallbackBehavior((payload, metaData) -> answer);
        fixture.registerResource(shell(new CommandDelivery(fixture.getCommandBus())));
    }

    @AfterAll
    static void close() {
        LOT.close();
    }

    @Test
    void beginsWithTheRequirement() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(NUMBERED)
                .expectActiveSagas(1)
                .expectAssociationWith("requirementId", "r-1")
                .expectDispatchedCommands(new ActivateRequirement("b-1", "r-1"));
    }

    @Test
    void beginsAgainWithARequirementThatIsThereAgain() {
        fixture.givenAPublished(NUMBERED)
                .andThenAPublished(new RequirementCompleted("b-1", "r-1", CompletionReason.MOVED))
                .whenPublishingA(new RequirementReopened("b-1", "r-1"))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new ActivateRequirement("b-1", "r-1"));
    }

    @Test
    void parksARequirementThatIsThereAgain() {
        answer = ScriptedBus.REFUSED;
        fixture.givenNoPriorActivity()
                .whenPublishingA(new RequirementReopened("b-1", "r-1"))
                .expectActiveSagas(1);
        assertThat(LOT.rows()).hasSize(1);
        assertThat(told).containsExactly("rolling-creation r-1");
        fixture.givenNoPriorActivity().whenPublishingA(ACTIVATED).expectActiveSagas(0);
        assertThat(LOT.rows()).isEmpty();
    }

    @Test
    void endsWhenTheRequirementIsActive() {
        fixture.givenAPublished(NUMBERED)
                .whenPublishingA(ACTIVATED)
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void endsWhenTheRequirementIsOverBeforeItWasActive() {
        fixture.givenAPublished(NUMBERED)
                .whenPublishingA(COMPLETED)
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void doesNotBeginAgainWhenARequirementThatWasActiveIsOver() {
        fixture.givenAPublished(NUMBERED)
                .andThenAPublished(ACTIVATED)
                .whenPublishingA(COMPLETED)
                .expectActiveSagas(0);
    }

    @Test
    void ignoresOtherRequirements() {
        fixture.givenAPublished(NUMBERED)
                .andThenAPublished(new RequirementActivated("b-1", "r-2"))
                .whenPublishingA(new RequirementCompleted("b-1", "r-3", CompletionReason.FULFILLED))
                .expectActiveSagas(1)
                .expectAssociationWith("requirementId", "r-1");
    }

    @Test
    void looksAfterEachRequirementApart() {
        fixture.givenAPublished(NUMBERED)
                .andThenAPublished(new RequirementNumbered("player-1", "r-2", "b-1", 2))
                .whenPublishingA(ACTIVATED)
                .expectActiveSagas(1)
                .expectNoAssociationWith("requirementId", "r-1")
                .expectAssociationWith("requirementId", "r-2");
    }

    @Test
    void staysParkedUntilTheRequirementIsActiveAfterAll() {
        answer = ScriptedBus.REFUSED;
        fixture.givenNoPriorActivity().whenPublishingA(NUMBERED).expectActiveSagas(1);
        assertThat(LOT.rows()).hasSize(1);
        assertThat(told).containsExactly("rolling-creation r-1");

        fixture.givenNoPriorActivity().whenPublishingA(ACTIVATED).expectActiveSagas(0);
        assertThat(LOT.rows()).isEmpty();
    }

    @Test
    void remembersWhereItStoodWhenItIsStored() {
        StableNameSerializer serializer = StableNameSerializer.general(StableNames.builder()
                .add(RollingCreationSaga.STORED_NAME, RollingCreationSaga.class)
                .build());
        RollingCreationSaga saga = new RollingCreationSaga();
        saga.on(NUMBERED, "event-1", shell(new CommandDelivery(ScriptedBus.answering(ScriptedBus.REFUSED))));

        SerializedObject<byte[]> stored = serializer.serialize(saga, byte[].class);

        assertThat(stored.getType().getName()).isEqualTo("saga.rolling-creation.v1");
        assertThat(new String(stored.getData(), StandardCharsets.UTF_8)).isEqualTo("""
            {"state":{"@type":"parked","bucketId":"b-1","requirementId":"r-1",\
            "cause":"REQUIREMENT_NOT_FOUND: There is no bucket b-1."}}\
            """);
        assertThat(serializer.<byte[], RollingCreationSaga>deserialize(stored))
                .usingRecursiveComparison()
                .isEqualTo(saga);
    }

    private SagaShell shell(CommandDelivery delivery) {
        return new SagaShell(
                delivery, LOT.parked(), (saga, key, cause) -> told.add(saga + " " + key), Clock.systemUTC());
    }
}
