package io.carat.core.model.reference;

import org.jspecify.annotations.Nullable;

/** What can be asked of points. Points are whole, times hours since the history began. */
public sealed interface Points extends Step {

    /** Give points, which expire then or never. */
    record Earn(
            String brand,
            String player,
            long points,
            @Nullable Long expiresAt) implements Points {}

    /** Make money of points. */
    record Convert(String brand, String player, String currency, String to, long points) implements Points {}

    /** Give back what expired of the lot that a request opened, as a new lot. */
    record Restore(String brand, String player, String lotKey, long points, long expiresAt) implements Points {}
}
