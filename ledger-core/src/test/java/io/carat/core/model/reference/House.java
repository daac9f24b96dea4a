package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Rules.Rolling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform and its players: what every request is admitted by (§1, §9). */
final class House {

    final Rules rules;
    private final Map<String, Policy> policies = new HashMap<>();
    private final Map<List<String>, Player> players = new HashMap<>();

    House(Rules rules) {
        this.rules = rules;
    }

    void put(Policy policy) {
        policies.put(policy.code(), policy);
    }

    @Nullable
    Wallet find(String brand, String player, String currency) {
        Player known = players.get(List.of(brand, player));
        return known == null ? null : known.wallets.get(currency);
    }

    Player player(String brand, String player) {
        return players.computeIfAbsent(List.of(brand, player), ignored -> new Player());
    }

    Optional<String> admission(String brand, String currency, long amount) {
        List<String> currencies = rules.brands().get(brand);
        if (currencies == null) {
            return Optional.of("BRAND_NOT_FOUND");
        }
        if (!currencies.contains(currency)) {
            return Optional.of("CURRENCY_MISMATCH");
        }
        return amount > 0 && amount <= Paying.MOST ? Optional.empty() : Optional.of("AMOUNT_INVALID");
    }

    /** A need takes the player's next number; nothing required is no need. */
    Optional<Need> need(String brand, String player, long base, Rolling rolling, @Nullable Bonus bonus) {
        return Shares.ceil(base, rolling.multiplier()) == 0
                ? Optional.empty()
                : Optional.of(new Need(false, player(brand, player).next(), base, rolling, bonus));
    }

    /** Once all else of a request has happened, the next bonus runs wherever none does. */
    void startWaiting() {
        for (Player player : players.values()) {
            for (Wallet wallet : player.wallets.values()) {
                wallet.buckets.values().forEach(House::startWaiting);
            }
        }
    }

    private static void startWaiting(Bucket bucket) {
        while (bucket.bonus == null && !bucket.waiting.isEmpty()) {
            bucket.waiting.remove().run();
        }
    }

    Wallet open(String brand, String player, String currency) {
        return player(brand, player).wallets.computeIfAbsent(currency, ignored -> new Wallet(rules));
    }

    Policy policy(String code) {
        return Objects.requireNonNull(policies.get(code));
    }
}
