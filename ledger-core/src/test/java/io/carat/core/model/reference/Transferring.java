package io.carat.core.model.reference;

import io.carat.core.model.reference.Need.Kind;
import io.carat.core.model.reference.Rules.Policy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Money of one NORMAL bucket to another, with its part of what has to be wagered (§4, §8). */
final class Transferring {

    private final House house;

    Transferring(House house) {
        this.house = house;
    }

    Told transfer(int step, Transfer it) {
        Optional<String> refused = house.admission(it.brand(), it.currency(), it.amount());
        if (refused.isPresent()) {
            return Told.refused(refused.get());
        }
        Wallet wallet = house.find(it.brand(), it.player(), it.currency());
        String code = isNotAllowed(it);
        code = code == null ? isRefused(it, wallet) : code;
        if (code != null) {
            return Told.refused(code);
        }
        move(Objects.requireNonNull(wallet), it);
        return Told.done(step, "");
    }

    private @Nullable String isNotAllowed(Transfer it) {
        if (!house.rules.hasBucket(it.from()) || !house.rules.hasBucket(it.to())) {
            return "TOPOLOGY_MISMATCH";
        }
        if (it.from().equals(it.to())) {
            return "SAME_BUCKET";
        }
        boolean areNormal = isNormal(it.from()) && isNormal(it.to());
        return areNormal ? null : "PAIR_NOT_ALLOWED";
    }

    private boolean isNormal(String type) {
        return house.rules.policyOfBucket(type, true) != null;
    }

    private static @Nullable String isRefused(Transfer it, @Nullable Wallet wallet) {
        if (wallet == null) {
            return "CURRENCY_MISMATCH";
        }
        if (wallet.owed() > 0) {
            return "OPEN_RECEIVABLE";
        }
        Bucket from = wallet.bucket(it.from());
        if (from.available < it.amount()) {
            return "INSUFFICIENT_FUNDS";
        }
        boolean isStoodIn = from.needs.stream().anyMatch(need -> need.suspendedBy != null);
        return isStoodIn ? "ROLLING_TARGET_INELIGIBLE" : null;
    }

    /** Of each need, as much goes with the money as the money is of all that the need covers, held or not; rounded up. */
    private void move(Wallet wallet, Transfer it) {
        Bucket from = wallet.bucket(it.from());
        Bucket to = wallet.bucket(it.to());
        long covered = Math.addExact(from.available, from.held);
        Policy policy = house.policy(Objects.requireNonNull(house.rules.policyOfBucket(it.to(), true)));
        from.debit(it.amount());
        to.credit(it.amount());
        for (Need need : List.copyOf(from.needs)) {
            long part = Shares.part(need.remaining(), it.amount(), covered);
            to.add(need.move(part, need.kind == Kind.TO_NORMAL ? policy.toNormal() : policy.deposit()));
            if (need.remaining() == 0) {
                from.needs.remove(need);
                need.isMovedAway = true;
            }
        }
        wallet.sweep(from);
    }
}
