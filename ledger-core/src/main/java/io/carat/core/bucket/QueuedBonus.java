package io.carat.core.bucket;

import io.carat.core.rolling.RequirementTerms;

/**
 * A bonus that waits, unfunded, until the one before it is over (rule book §4).
 *
 * @param bonus what it grants
 * @param requirement what it will owe; its number is 0 until it is funded, so that bets placed before do not count
 */
public record QueuedBonus(BonusTerms bonus, RequirementTerms requirement) {}
