package io.carat.core.transfer;

/**
 * What a transfer took along of one requirement. Amounts are minor units.
 *
 * @param parentRequirementId the requirement of the bucket that the money left
 * @param requirementId the requirement that the moved part became in the bucket where it arrived
 * @param movedMinor what moved
 * @param leftMinor what is still to be wagered of the parent; 0 ended it
 */
public record MovedRolling(String parentRequirementId, String requirementId, long movedMinor, long leftMinor) {}
