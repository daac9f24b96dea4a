package io.carat.core.bucket;

/**
 * What is spent of one lot.
 *
 * @param points above 0
 * @param remainingAfter what the lot has left
 */
public record LotPart(String lotId, long points, long remainingAfter) {}
