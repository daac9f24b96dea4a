package io.carat.core.model.reference;

import io.carat.core.model.reference.Need.Kind;
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
    /** Hours since the history began. */
    long now;
    /** The number of the request that is decided. */
    int step = -1;

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

    Optional<String> admission(String brand, long points) {
        if (!rules.brands().containsKey(brand)) {
            return Optional.of("BRAND_NOT_FOUND");
        }
        return points > 0 && points <= Paying.MOST ? Optional.empty() : Optional.of("AMOUNT_INVALID");
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
    Optional<Need> need(Player player, long base, Rolling rolling, @Nullable Bonus bonus) {
        return Shares.ceil(base, rolling.multiplier()) == 0
                ? Optional.empty()
                : Optional.of(new Need(bonus == null ? Kind.CREDIT : Kind.BONUS, player.next(), base, rolling, bonus));
    }

    /** A bonus always has a need, if one that is met at once. */
    Need bonusNeed(Player player, long base, Rolling rolling, Bonus bonus) {
        return need(player, base, rolling, bonus).orElseGet(() -> new Need(Kind.BONUS, 0, base, rolling, bonus));
    }

    /** Once all else of a request has happened, the next bonus runs wherever none does. */
    void startWaiting() {
        for (Player player : players.values()) {
            for (Wallet wallet : player.wallets.values()) {
                List.copyOf(wallet.buckets.values())
                        .forEach(bucket -> wallet.bonuses(bucket).next());
            }
        }
    }

    Wallet open(String brand, String player, String currency) {
        Player of = player(brand, player);
        return of.wallets.computeIfAbsent(currency, ignored -> new Wallet(this, of));
    }

    Policy policy(String code) {
        return Objects.requireNonNull(policies.get(code));
    }
}
