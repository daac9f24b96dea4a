package io.carat.core.rolling;

/**
 * What the receiver of a credit is told of the requirement that it carries.
 *
 * @param required what has to be wagered, in minor units
 */
public record RequirementSummary(String requirementId, long required, RequirementStatus status) {

    /** The summary of a requirement that was just created: over at once when nothing has to be wagered. */
    public static RequirementSummary created(String requirementId, long requiredMinor) {
        return new RequirementSummary(
                requirementId,
                requiredMinor,
                requiredMinor == 0 ? RequirementStatus.COMPLETED : RequirementStatus.PENDING);
    }
}
