package io.carat.ops.client;

/**
 * One leg's part of a stake, payout or refund.
 *
 * @param leg the leg's number, 1 and up
 * @param source BONUS, NORMAL or WITHDRAWABLE
 * @param bucket the bucket that gave or got it
 * @param amount in minor units
 */
public record LegAmount(int leg, String source, String bucket, long amount) {}
