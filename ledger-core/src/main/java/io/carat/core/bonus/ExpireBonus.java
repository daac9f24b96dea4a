package io.carat.core.bonus;

/** Forfeit a bonus if its time is over; sent by the job that looks for such. Asking again changes nothing. */
public record ExpireBonus(String bonusId) {}
