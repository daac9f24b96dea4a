package io.carat.projection.hold;

import java.time.Duration;
import java.util.Map;

/**
 * How old an open bet may become before it is overdue (rule book §3, last bullet).
 *
 * @param standard for products that are not named
 * @param byProduct by the product's code, such as SPORTS
 */
public record HoldPolicy(Duration standard, Map<String, Duration> byProduct) {

    public HoldPolicy {
        byProduct = Map.copyOf(byProduct);
    }

    /** The age from which a product's bets are overdue. */
    public Duration of(String product) {
        return byProduct.getOrDefault(product, standard);
    }

    /** The least of all ages: nothing that is younger is overdue. */
    Duration least() {
        return byProduct.values().stream().reduce(standard, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
}
