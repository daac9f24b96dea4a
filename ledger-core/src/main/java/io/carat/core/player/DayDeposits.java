package io.carat.core.player;

import java.time.LocalDate;

/**
 * What a player deposited on one day.
 *
 * @param day in the brand's zone
 * @param amountMinor in minor units of the currency
 */
public record DayDeposits(String currency, LocalDate day, long amountMinor) {}
