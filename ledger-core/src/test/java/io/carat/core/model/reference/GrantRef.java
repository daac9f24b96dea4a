package io.carat.core.model.reference;

/** What names a coupon grant: a player gets one of a campaign for a trigger (§0). */
public record GrantRef(String brand, String campaign, String player, String trigger) {}
