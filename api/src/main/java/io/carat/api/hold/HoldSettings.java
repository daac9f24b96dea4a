package io.carat.api.hold;

import io.carat.projection.hold.HoldPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old an open bet may become before it is overdue: it is told and alerted then, and never released by itself.
 *
 * @param overdueAfter for products that are not named below ({@code carat.holds.overdue-after})
 * @param products by the product's code ({@code carat.holds.products.SPORTS}); sports bets are placed weeks before the event,
 *     so SPORTS has 30 days where it is not named
 * @param refreshEvery how often the gauges are looked up ({@code carat.holds.refresh-every})
 */
@ConfigurationProperties("carat.holds")
record HoldSettings(
        @DefaultValue("24h") Duration overdueAfter,
        @DefaultValue Map<String, Duration> products,
        @DefaultValue("30s") Duration refreshEvery) {

    private static final Map<String, Duration> STANDARD = Map.of("SPORTS", Duration.ofDays(30));

    HoldSettings {
        requirePositive("carat.holds.overdue-after", overdueAfter);
        products.forEach((product, age) -> requirePositive("carat.holds.products." + product, age));
        requirePositive("carat.holds.refresh-every", refreshEvery);
    }

    HoldPolicy policy() {
        Map<String, Duration> all = new HashMap<>(STANDARD);
        products.forEach((product, age) -> all.put(product.toUpperCase(Locale.ROOT), age));
        return new HoldPolicy(overdueAfter, all);
    }

    private static void requirePositive(String setting, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(setting + " must be longer than nothing");
        }
    }
}
