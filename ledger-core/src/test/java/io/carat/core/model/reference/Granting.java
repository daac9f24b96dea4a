package io.carat.core.model.reference;

import io.carat.core.model.reference.Bonus.Terms;
import io.carat.core.model.reference.Crediting.Paid;
import io.carat.core.model.reference.Rules.Rolling;
import io.carat.core.model.reference.Step.Cancel;
import io.carat.core.model.reference.Step.Grant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bonuses given, taken back and expired (§4). */
final class Granting {

    private record Granted(Wallet wallet, Bucket bucket, Bonus bonus) {}

    private final House house;
    private final Crediting deposits;
    private final Map<List<String>, Granted> granted = new HashMap<>();

    Granting(House house, Crediting deposits) {
        this.house = house;
        this.deposits = deposits;
    }

    Told grant(int step, String key, Grant it) {
        String ref = it.paymentRef();
        Paid paid = ref == null ? null : deposits.find(it.brand(), ref);
        String refused = refusal(it);
        refused = refused == null && ref != null ? refusal(it, paid) : refused;
        if (refused != null) {
            return Told.refused(refused);
        }
        Wallet wallet = house.open(it.brand(), it.player(), it.currency());
        Bucket bucket = wallet.bucket(it.bucket());
        Bonuses bonuses = wallet.bonuses(bucket);
        if (bonuses.isFull()) {
            return Told.refused("BONUS_ALREADY_ACTIVE");
        }
        bonuses.touch();
        granted.put(List.of(it.brand(), key), new Granted(wallet, bucket, bonuses.grant(terms(it, paid))));
        return Told.done(step, "");
    }

    private Terms terms(Grant it, @Nullable Paid paid) {
        Rules.Policy policy = house.policy(Objects.requireNonNull(house.rules.policyOfBucket(it.bucket(), false)));
        Integer multiplier = it.multiplier();
        Rolling rolling = multiplier == null
                ? policy.bonus()
                : new Rolling(multiplier, policy.bonus().rates());
        long base = it.amount() + (paid == null ? 0 : paid.terms().amount());
        Need deposit = paid == null ? null : paid.need();
        Long maxStake = policy.limits().maxBonusStake();
        return new Terms(it.amount(), base, rolling, it.cap(), maxStake, it.expiresAt(), deposit);
    }

    private @Nullable String refusal(Grant it) {
        Optional<String> refused = house.admission(it.brand(), it.currency(), it.amount());
        if (refused.isPresent() || house.rules.policyOfBucket(it.bucket(), false) == null) {
            return refused.orElse("TOPOLOGY_MISMATCH");
        }
        Integer multiplier = it.multiplier();
        Long cap = it.cap();
        boolean isWrong =
                (multiplier != null && (multiplier < 0 || multiplier > 10_000_000)) || (cap != null && cap < 0);
        if (isWrong) {
            return "AMOUNT_INVALID";
        }
        Long expiresAt = it.expiresAt();
        return expiresAt != null && expiresAt <= house.now ? "BONUS_EXPIRED" : null;
    }

    /** The deposit is the player's, into the NORMAL bucket beside the BONUS bucket, and not yet wagered. */
    private @Nullable String refusal(Grant it, @Nullable Paid paid) {
        boolean isTheirs = paid != null
                && paid.terms().player().equals(it.player())
                && paid.terms().currency().equals(it.currency());
        if (paid == null || !isTheirs) {
            return "DEPOSIT_NOT_FOUND";
        }
        String normal = paid.terms().target();
        boolean isBeside = house.rules.routes().stream()
                .anyMatch(route ->
                        route.bonus().equals(it.bucket()) && route.normal().equals(normal));
        if (!isBeside) {
            return "TOPOLOGY_MISMATCH";
        }
        Wallet wallet = house.open(it.brand(), it.player(), it.currency());
        Need need = paid.need();
        boolean isFree = need != null
                && need.suspendedBy == null
                && wallet.bucket(normal).needs.contains(need);
        return isFree ? null : "ROLLING_TARGET_INELIGIBLE";
    }

    Told cancel(int step, Cancel it) {
        Granted found = granted.get(List.of(it.brand(), it.grantKey()));
        if (found == null) {
            return Told.refused("BONUS_NOT_FOUND");
        }
        if (found.bonus.isOver() || found.bonus.isDue(house.now)) {
            return Told.refused("BONUS_ENDED");
        }
        Bonuses bonuses = found.wallet.bonuses(found.bucket);
        bonuses.touch();
        bonuses.cancel(found.bonus);
        return Told.done(step, "");
    }

    void due(Job.EndBonus it) {
        Granted found = granted.get(List.of(it.brand(), it.grantKey()));
        if (found != null) {
            found.wallet.bonuses(found.bucket).touch();
        }
    }
}
