package io.carat.core.bucket;

/**
 * What a player owes after a correction that the wallet could not pay (rule book §3). A wallet's debts are kept with its
 * WITHDRAWABLE bucket, oldest first.
 *
 * @param receivableId derived from the correction
 * @param authorizationId the bet that was corrected
 * @param openMinor what is still owed, in minor units above 0
 */
public record Receivable(String receivableId, String authorizationId, long openMinor) {}
