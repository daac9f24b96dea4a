package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Rolling;
import io.carat.core.model.reference.Step.Deposit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deposits, with what has to be wagered for them (§1, §4). */
final class Crediting {

    private final House house;
    private final Keys payments = new Keys();
    private final Map<List<String>, Paid> paid = new HashMap<>();

    /** A deposit, and what has to be wagered for it. */
    record Paid(Deposit terms, @Nullable Need need) {}

    Crediting(House house) {
        this.house = house;
    }

    @Nullable
    Paid find(String brand, String paymentRef) {
        return paid.get(List.of(brand, paymentRef));
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
        Player player = house.player(it.brand(), it.player());
        Optional<Need> need = house.need(player, it.amount(), rolling, null);
        need.ifPresent(bucket::add);
        paid.put(payment, new Paid(it, need.orElse(null)));
        wallet.sweep(bucket);
        return payments.under(payment, it, () -> Told.done(step, ""));
    }
}
