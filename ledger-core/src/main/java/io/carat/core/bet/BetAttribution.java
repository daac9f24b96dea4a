package io.carat.core.bet;

/**
 * What a bet counted towards a requirement, kept to be taken back should the bet be void.
 *
 * @param bucketTypeCode the bucket of the requirement
 * @param requirementId the requirement
 * @param progressMinor what the requirement gained, in minor units
 */
public record BetAttribution(String bucketTypeCode, String requirementId, long progressMinor) {}
