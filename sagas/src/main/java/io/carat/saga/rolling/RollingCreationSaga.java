package io.carat.saga.rolling;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.carat.core.bucket.ActivateRequirement;
import io.carat.core.bucket.BucketEvent.RequirementActivated;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementReopened;
import io.carat.core.player.PlayerEvent.RequirementNumbered;
import io.carat.saga.shell.SagaShell;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/** Looks after one requirement from the credit or transfer that brings it until it is active or over. */
@ProcessingGroup(RollingCreationSaga.NAME)
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class RollingCreationSaga {

    /** The saga's name, and that of its processor. */
    public static final String NAME = "rolling-creation";

    /** The permanent name that the saga's state is stored under. */
    public static final String STORED_NAME = "saga.rolling-creation.v1";

    /** The commands that this saga may park, by permanent name. */
    public static final Map<String, Class<?>> COMMANDS = Map.of(RollingCreation.ACTIVATE, ActivateRequirement.class);

    private RollingCreation.@Nullable State state;

    @StartSaga
    @SagaEventHandler(associationProperty = "requirementId")
    void on(RequirementNumbered event, @MessageIdentifier String eventId, SagaShell shell) {
        begin(event.bucketId(), event.requirementId(), eventId, shell);
    }

    /** A requirement that a transfer had ended is there again. */
    @StartSaga
    @SagaEventHandler(associationProperty = "requirementId")
    void on(RequirementReopened event, @MessageIdentifier String eventId, SagaShell shell) {
        begin(event.bucketId(), event.requirementId(), eventId, shell);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "requirementId")
    void on(RequirementActivated event, SagaShell shell) {
        settle(event.requirementId(), shell);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "requirementId")
    void on(RequirementCompleted event, SagaShell shell) {
        settle(event.requirementId(), shell);
    }

    private void begin(String bucketId, String requirementId, String eventId, SagaShell shell) {
        state = shell.run(NAME, requirementId, RollingCreation.begin(bucketId, requirementId, eventId));
    }

    private void settle(String requirementId, SagaShell shell) {
        if (state instanceof RollingCreation.State.Parked) {
            shell.ended(NAME, requirementId);
        }
    }
}
