package io.carat.saga.rolling;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.carat.core.bucket.ActivateRequirement;
import io.carat.saga.shell.SagaCommand;
import io.carat.saga.shell.SagaStep;
import java.util.List;

/**
 * The steps of rolling creation (rule book §4). The credit itself made the requirement count, as PENDING; what follows is
 * its activation, which must happen in the end and is never lost.
 */
final class RollingCreation {

    /** The permanent name that the activation is parked under. */
    static final String ACTIVATE = "requirement.activate.v1";

    private RollingCreation() {}

    /** Where a creation stands; stored with the saga under permanent names. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = State.Confirmed.class, name = "confirmed"),
        @JsonSubTypes.Type(value = State.Parked.class, name = "parked")
    })
    sealed interface State {
        /** The activation was sent and holds; its event ends the saga. */
        record Confirmed(String bucketId, String requirementId) implements State {}

        /** The activation could not be done, for this cause; it is parked and tried again. */
        record Parked(String bucketId, String requirementId, String cause) implements State {}
    }

    /** A requirement has come about on a bucket, by this event: activate it. */
    static SagaStep<State> begin(String bucketId, String requirementId, String eventId) {
        ActivateRequirement activate = new ActivateRequirement(bucketId, requirementId);
        return new SagaStep<>(
                new State.Confirmed(bucketId, requirementId),
                List.of(SagaCommand.of(eventId, "activate", ACTIVATE, activate)),
                cause -> new State.Parked(bucketId, requirementId, cause));
    }
}
