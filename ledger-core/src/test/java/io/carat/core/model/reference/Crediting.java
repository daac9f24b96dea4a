package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Rules.Rolling;
import io.carat.core.model.reference.Step.Deposit;
import io.carat.core.model.reference.Step.Grant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deposits and bonuses, each with what has to be wagered for it (§1, §4). */
final class Crediting {

    /** As many bonuses wait in a bucket at most (ADR 0021). */
    private static final int MOST_WAITING = 10;

    private final House house;
    private final Keys payments = new Keys();

    Crediting(House house) {
        this.house = house;
    }

    Told deposit(int step, Deposit it) {
        Optional<String> refused = house.admission(it.brand(), it.currency(), it.amount());
        String code = house.rules.policyOfBucket(it.target(), true);
        List<String> payment = List.of(it.brand(), it.paymentRef());
        if (payments.isUsed(payment)) {
            return payments.under(payment, it, () -> Told.done(step, ""));
        }
        if (refused.isPresent() || code == null) {
            return Told.refused(refused.orElse("TOPOLOGY_MISMATCH"));
        }
        Wallet wallet = house.open(it.brand(), it.player(), it.currency());
        Bucket bucket = wallet.bucket(it.target());
        bucket.credit(it.amount());
        Rolling rolling = house.policy(code).deposit();
        house.need(it.brand(), it.player(), it.amount(), rolling, null).ifPresent(bucket.needs::add);
        wallet.sweep(bucket);
        return payments.under(payment, it, () -> Told.done(step, ""));
    }

    Told grant(int step, Grant it) {
        Optional<String> refused = house.admission(it.brand(), it.currency(), it.amount());
        String code = house.rules.policyOfBucket(it.bucket(), false);
        if (refused.isPresent() || code == null) {
            return Told.refused(refused.orElse("TOPOLOGY_MISMATCH"));
        }
        Integer multiplier = it.multiplier();
        Long cap = it.cap();
        if ((multiplier != null && (multiplier < 0 || multiplier > 10_000_000)) || (cap != null && cap < 0)) {
            return Told.refused("AMOUNT_INVALID");
        }
        Policy policy = house.policy(code);
        Rolling rolling = multiplier == null
                ? policy.bonus()
                : new Rolling(multiplier, policy.bonus().rates());
        Wallet wallet = house.open(it.brand(), it.player(), it.currency());
        Bucket bucket = wallet.bucket(it.bucket());
        if (bucket.bonus != null && bucket.waiting.size() == MOST_WAITING) {
            return Told.refused("BONUS_ALREADY_ACTIVE");
        }
        bucket.waiting.add(
                () -> fund(it, wallet, bucket, rolling, policy.limits().maxBonusStake()));
        return Told.done(step, "");
    }

    private void fund(Grant it, Wallet wallet, Bucket bucket, Rolling rolling, @Nullable Long maxStake) {
        Bonus bonus = new Bonus(it.cap(), maxStake);
        bucket.bonus = bonus;
        bucket.credit(it.amount());
        Need need = house.need(it.brand(), it.player(), it.amount(), rolling, bonus)
                .orElseGet(() -> new Need(false, 0, it.amount(), rolling, bonus));
        bucket.needs.add(need);
        wallet.completeMet(bucket);
    }
}
