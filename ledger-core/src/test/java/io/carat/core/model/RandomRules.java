package io.carat.core.model;

import io.carat.core.model.reference.Rules;
import io.carat.core.model.reference.Rules.Bound;
import io.carat.core.model.reference.Rules.Limits;
import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Rules.Rate;
import io.carat.core.model.reference.Rules.Rolling;
import io.carat.core.model.reference.Rules.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Platforms and policies of every kind the rule book knows. */
final class RandomRules {

    /** The brands and their currencies. */
    static final Map<String, List<String>> BRANDS = Map.of("acme", List.of("KRW", "EUR"), "beta", List.of("KRW"));

    /** The providers. */
    static final List<String> PROVIDERS = List.of("generic", "hub88");

    /** The games and their products. */
    static final Map<String, String> GAMES = Map.of("sports-1", "SPORTS", "live-1", "LIVE", "slots-1", "SLOTS");

    private final Chance chance;

    RandomRules(Chance chance) {
        this.chance = chance;
    }

    Rules platform() {
        boolean split = chance.oneIn(2);
        String casino = split ? "CASINO" : "COMMON";
        String sports = split ? "SPORTS" : "COMMON";
        return new Rules(
                BRANDS,
                PROVIDERS,
                GAMES,
                List.of(
                        new Route("SPORTS", sports + "_NORMAL", sports + "_BONUS", "SPORTS"),
                        new Route("LIVE", casino + "_NORMAL", casino + "_BONUS", "CASINO"),
                        new Route("SLOTS", casino + "_NORMAL", casino + "_BONUS", "CASINO")));
    }

    Policy policy(String code, int version) {
        return new Policy(
                code,
                version,
                chance.oneIn(6),
                order(),
                bounds(),
                chance.any(
                        "FORBIDDEN",
                        "LAST_RESORT_RESTORE",
                        "LAST_RESORT_RESTORE",
                        "LAST_RESORT_TO_NORMAL",
                        "FIRST_RESTORE",
                        "FIRST_TO_NORMAL"),
                limits(),
                rolling(chance.any(0, 1_000, 3_000, 10_000)),
                rolling(chance.any(500, 5_000, 20_000)),
                rolling(chance.any(0, 5_000, 10_000, 12_345)),
                chance.any(0L, 500L, 500L, 3_000L));
    }

    private List<String> order() {
        List<String> order = new ArrayList<>(List.of("COUPON", "BONUS", "NORMAL"));
        Collections.shuffle(order, new Random(chance.below(1_000)));
        return order;
    }

    private Map<String, Bound> bounds() {
        Map<String, Bound> bounds = new HashMap<>();
        for (String source : List.of("BONUS", "NORMAL", Rules.WITHDRAWABLE)) {
            if (chance.oneIn(6)) {
                bounds.put(
                        source,
                        new Bound(
                                chance.any(0L, 500L),
                                chance.any(Long.MAX_VALUE, 4_000L),
                                chance.any(10_000, 5_000, 3_333)));
            }
        }
        return bounds;
    }

    private Limits limits() {
        return chance.oneIn(3)
                ? new Limits(chance.any(0L, 50L), 12_000, 25_000, bonusStake(), chance.any(0, 1_200), 1_900)
                : new Limits(0, Long.MAX_VALUE, Long.MAX_VALUE, bonusStake(), 0, Integer.MAX_VALUE);
    }

    private @Nullable Long bonusStake() {
        return chance.oneIn(4) ? 5_000L : null;
    }

    private Rolling rolling(int multiplier) {
        Map<String, Rate> rates = new HashMap<>();
        for (String product : List.of("SPORTS", "LIVE", "SLOTS")) {
            if (!chance.oneIn(8)) {
                rates.put(
                        product, new Rate(chance.any(10_000, 10_000, 5_000, 1_000, 3_333, 0), chance.any(0, 0, 1_500)));
            }
        }
        return new Rolling(multiplier, rates);
    }
}
