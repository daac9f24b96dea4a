package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Rolling;
import io.carat.core.model.reference.Step.Deposit;
import io.carat.core.model.reference.Step.Grant;
import java.util.List;
import java.util.Optional;

/** Deposits and bonuses, each with what has to be wagered for it (§1, §4). */
final class Crediting {

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
        Wallet known = house.find(it.brand(), it.player(), it.currency());
        if (known != null && known.bucket(it.bucket()).bonus != null) {
            return Told.refused("BONUS_ALREADY_ACTIVE");
        }
        Integer multiplier = it.multiplier();
        Long cap = it.cap();
        if ((multiplier != null && (multiplier < 0 || multiplier > 10_000_000)) || (cap != null && cap < 0)) {
            return Told.refused("AMOUNT_INVALID");
        }
        Rolling standard = house.policy(code).bonus();
        Rolling rolling = multiplier == null ? standard : new Rolling(multiplier, standard.rates());
        Wallet wallet = house.open(it.brand(), it.player(), it.currency());
        Bucket bucket = wallet.bucket(it.bucket());
        Bonus bonus = new Bonus(cap, house.policy(code).limits().maxBonusStake());
        bucket.bonus = bonus;
        bucket.credit(it.amount());
        Need need = house.need(it.brand(), it.player(), it.amount(), rolling, bonus)
                .orElseGet(() -> new Need(false, 0, it.amount(), rolling, bonus));
        bucket.needs.add(need);
        wallet.completeMet(bucket);
        return Told.done(step, "");
    }
}
