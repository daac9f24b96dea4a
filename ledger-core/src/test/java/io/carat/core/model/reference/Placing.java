package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Rules.Route;
import io.carat.core.model.reference.Step.Place;
import io.carat.core.model.reference.Step.RollbackByBetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whether a bet is accepted, and which buckets its stake is held from (§2, §3). */
final class Placing {

    private final House house;
    private final Map<BetRef, Bet> bets;
    private final Map<BetRef, RollbackByBetId> tombstones;

    Placing(House house, Map<BetRef, Bet> bets, Map<BetRef, RollbackByBetId> tombstones) {
        this.house = house;
        this.bets = bets;
        this.tombstones = tombstones;
    }

    Told place(int step, Place it) {
        if (tombstones.containsKey(it.bet())) {
            return Told.refused("ALREADY_ROLLED_BACK");
        }
        Bet before = bets.get(it.bet());
        if (before != null) {
            return before.terms.equals(it) ? Told.done(before.step, "").again() : Told.refused("IDEMPOTENCY_MISMATCH");
        }
        Optional<String> refused = house.admission(it.brand(), it.currency(), it.stake());
        String product = house.rules.providers().contains(it.bet().provider())
                ? house.rules.games().get(it.game())
                : null;
        if (refused.isPresent() || product == null) {
            return Told.refused(refused.orElse("INVALID_GAME"));
        }
        Wallet wallet = house.find(it.brand(), it.player(), it.currency());
        return wallet == null ? Told.refused("CURRENCY_MISMATCH") : fund(step, it, wallet, house.rules.route(product));
    }

    private Told fund(int step, Place it, Wallet wallet, Route route) {
        Policy policy = house.policy(route.policy());
        if (!Funding.isWithin(policy.limits(), it.stake(), it.odds())) {
            return Told.refused("LIMIT_EXCEEDED");
        }
        Map<String, String> types =
                Map.of("BONUS", route.bonus(), "NORMAL", route.normal(), Rules.WITHDRAWABLE, Rules.WITHDRAWABLE);
        Map<String, Long> available = new HashMap<>();
        types.forEach((source, type) -> available.put(source, wallet.bucket(type).available));
        Map<String, Long> plan = Funding.plan(policy, it.stake(), available);
        if (plan.values().stream().mapToLong(Long::longValue).sum() < it.stake()) {
            return Told.refused("INSUFFICIENT_FUNDS");
        }
        Bonus bonus = wallet.bucket(route.bonus()).bonus;
        if (plan.containsKey("BONUS") && bonus != null && bonus.maxStake != null && it.stake() > bonus.maxStake) {
            return Told.refused("LIMIT_EXCEEDED");
        }
        List<Bet.Leg> legs = new ArrayList<>();
        plan.forEach((source, take) -> {
            String type = Objects.requireNonNull(types.get(source));
            legs.add(new Bet.Leg(source, type, take, source.equals("BONUS") ? bonus : null));
            wallet.bucket(type).hold(take);
        });
        bets.put(it.bet(), new Bet(it, step, house.player(it.brand(), it.player()), route, policy, legs));
        return Told.done(step, plan.toString());
    }
}
