package io.carat.core.bet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a bet counted towards a requirement, kept to be taken back should the bet be void.
 *
 * @param bucketTypeCode the bucket of the requirement
 * @param requirementId the requirement
 * @param progressMinor what the requirement gained, in minor units
 * @param normalProgressMinor what of that NORMAL stake gave to the requirement of a deposit and its bonus; null for nothing
 */
public record BetAttribution(
        String bucketTypeCode,
        String requirementId,
        long progressMinor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long normalProgressMinor) {

    /** What a bucket's own stake counted. */
    public BetAttribution(String bucketTypeCode, String requirementId, long progressMinor) {
        this(bucketTypeCode, requirementId, progressMinor, null);
    }
}
