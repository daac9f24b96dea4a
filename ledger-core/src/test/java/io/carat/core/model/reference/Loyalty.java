package io.carat.core.model.reference;

import io.carat.core.model.reference.Points.Convert;
import io.carat.core.model.reference.Points.Earn;
import io.carat.core.model.reference.Points.Restore;
import io.carat.core.model.reference.Rules.PointsRate;
import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Rules.Rolling;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Points earned, turned into money, expired and given back (§6, §8). */
final class Loyalty {

    private final House house;

    Loyalty(House house) {
        this.house = house;
    }

    Told tell(int step, String key, Points asked) {
        return switch (asked) {
            case Earn it -> earn(step, key, it);
            case Convert it -> convert(step, it);
            case Restore it -> restore(step, key, it);
        };
    }

    private Told earn(int step, String key, Earn it) {
        Optional<String> refused = house.admission(it.brand(), it.points());
        Long expiresAt = it.expiresAt();
        if (refused.isPresent()) {
            return Told.refused(refused.get());
        }
        if (expiresAt != null && expiresAt <= house.now) {
            return Told.refused("POINTS_EXPIRED");
        }
        house.player(it.brand(), it.player()).lots.add(key, it.points(), expiresAt, house.now);
        return Told.done(step, "");
    }

    private Told restore(int step, String key, Restore it) {
        Optional<String> refused = house.admission(it.brand(), it.points());
        if (refused.isPresent()) {
            return Told.refused(refused.get());
        }
        Lots lots = house.player(it.brand(), it.player()).lots;
        Long lost = lots.lost(it.lotKey(), house.now);
        if (lost == null) {
            return Told.refused("EXPIRY_NOT_FOUND");
        }
        if (it.expiresAt() <= house.now) {
            return Told.refused("POINTS_EXPIRED");
        }
        if (it.points() > lost) {
            return Told.refused("ABOVE_MAX");
        }
        lots.restore(it.lotKey(), it.points(), key, it.expiresAt(), house.now);
        return Told.done(step, "");
    }

    /** Whole units only: what is less than a unit stays; what they give has to be wagered. */
    private Told convert(int step, Convert it) {
        String refused = refusal(it);
        if (refused != null) {
            return Told.refused(refused);
        }
        Player player = house.player(it.brand(), it.player());
        Policy policy = house.policy(Objects.requireNonNull(house.rules.policyOfBucket(it.to(), true)));
        PointsRate rate = policy.points();
        long units = it.points() / rate.points();
        long amount = Math.multiplyExact(units, rate.amount());
        player.lots.spend(units * rate.points(), house.now);
        Wallet wallet = house.open(it.brand(), it.player(), it.currency());
        Bucket bucket = wallet.bucket(it.to());
        bucket.credit(amount);
        Rolling rolling = new Rolling(rate.multiplier(), policy.deposit().rates());
        house.need(player, amount, rolling, null).ifPresent(bucket::add);
        wallet.sweep(bucket);
        return Told.done(step, "");
    }

    private @Nullable String refusal(Convert it) {
        Optional<String> refused = house.admission(it.brand(), it.currency(), it.points());
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!house.rules.hasBucket(it.to())) {
            return "TOPOLOGY_MISMATCH";
        }
        String code = house.rules.policyOfBucket(it.to(), true);
        if (code == null) {
            return it.to().equals(Rules.POINTS) ? "SAME_BUCKET" : "PAIR_NOT_ALLOWED";
        }
        PointsRate rate = house.policy(code).points();
        long units = it.points() / rate.points();
        if (units == 0 || Math.multiplyExact(units, rate.amount()) > Paying.MOST) {
            return units == 0 ? "BELOW_MIN" : "ABOVE_MAX";
        }
        Wallet wallet = house.find(it.brand(), it.player(), it.currency());
        if (wallet == null) {
            return "CURRENCY_MISMATCH";
        }
        if (wallet.owed() > 0) {
            return "OPEN_RECEIVABLE";
        }
        Player player = house.player(it.brand(), it.player());
        return player.lots.spendable(house.now) < it.points() ? "INSUFFICIENT_FUNDS" : null;
    }
}
