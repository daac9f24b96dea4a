package io.carat.core.bucket;

import io.carat.core.bucket.BucketEvent.RequirementActivated;
import io.carat.core.decision.Decision;
import io.carat.core.decision.RejectionCode;
import io.carat.core.rolling.RequirementStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a PENDING requirement ACTIVE; one that is active or over already stays as it is. */
public final class RequirementActivation {

    private RequirementActivation() {}

    /** Activates, or refuses when the bucket never existed. */
    public static Decision decide(ActivateRequirement command, @Nullable BucketState bucket) {
        if (bucket == null) {
            return Decision.rejected(
                    RejectionCode.REQUIREMENT_NOT_FOUND, "There is no bucket " + command.bucketId() + ".");
        }
        RequirementStatus status = bucket.requirement(command.requirementId())
                .map(requirement -> requirement.status())
                .orElse(RequirementStatus.COMPLETED);
        return switch (status) {
            case PENDING ->
                Decision.accepted(
                        List.of(new RequirementActivated(command.bucketId(), command.requirementId())),
                        new RequirementActivationAnswer(command.requirementId(), RequirementStatus.ACTIVE));
            case ACTIVE, COMPLETED ->
                Decision.accepted(List.of(), new RequirementActivationAnswer(command.requirementId(), status));
        };
    }
}
