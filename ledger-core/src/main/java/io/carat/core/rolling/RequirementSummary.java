package io.carat.core.rolling;

/**
 * What the receiver of a credit is told of the requirement that it carries.
 *
 * @param required what has to be wagered, in minor units
 */
public record RequirementSummary(String requirementId, long required, RequirementStatus status) {

    /** The summary of a requirement that was just created. */
    public static RequirementSummary pending(RequirementTerms terms) {
        return new RequirementSummary(terms.requirementId(), terms.requiredMinor(), RequirementStatus.PENDING);
    }
}
