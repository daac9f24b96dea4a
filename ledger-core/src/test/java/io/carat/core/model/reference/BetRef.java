package io.carat.core.model.reference;

/** What names a bet: betIds are unique per brand and provider (rule book §0). */
public record BetRef(String brand, String provider, String betId) {}
