package io.carat.core.bet;

/**
 * The bonus that was wagered together with a deposit of the product when a bet was authorized.
 *
 * @param bonusId the bonus
 * @param bonusBucket the code of its BONUS bucket
 * @param depositRequirementId the deposit's own requirement, which counts again should the bonus be forfeited
 */
public record LinkedBonus(String bonusId, String bonusBucket, String depositRequirementId) {}
