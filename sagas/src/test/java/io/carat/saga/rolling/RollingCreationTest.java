package io.carat.saga.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.ActivateRequirement;
import io.carat.saga.shell.SagaCommand;
import io.carat.saga.shell.SagaStep;
import org.junit.jupiter.api.Test;

class RollingCreationTest {

    private final SagaStep<RollingCreation.State> step = RollingCreation.begin("b-1", "r-1", "event-1");

    @Test
    void activatesTheRequirementUnderAnIdThatTheEventGives() {
        assertThat(step.commands())
                .containsExactly(new SagaCommand(
                        "event-1/activate", "requirement.activate.v1", new ActivateRequirement("b-1", "r-1")));
        assertThat(RollingCreation.begin("b-1", "r-1", "event-1").commands()).isEqualTo(step.commands());
    }

    @Test
    void saysWhereTheCreationStands() {
        assertThat(step.next()).isEqualTo(new RollingCreation.State.Confirmed("b-1", "r-1"));
        assertThat(step.parked().apply("why")).isEqualTo(new RollingCreation.State.Parked("b-1", "r-1", "why"));
    }

    @Test
    void canReadEveryCommandThatItMayPark() {
        assertThat(step.commands())
                .allSatisfy(command -> assertThat(RollingCreationSaga.COMMANDS)
                        .containsEntry(command.name(), command.payload().getClass()));
    }
}
