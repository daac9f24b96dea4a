package io.carat.core.model;

import io.carat.core.model.reference.Points;
import io.carat.core.model.reference.Points.Convert;
import io.carat.core.model.reference.Points.Earn;
import io.carat.core.model.reference.Points.Restore;
import java.util.List;

/** Points earned, turned into money and given back. */
final class RandomPoints {

    private final Past past;
    private final Chance chance;

    RandomPoints(Past past) {
        this.past = past;
        this.chance = past.chance;
    }

    Points points() {
        List<String> who = past.who();
        String brand = who.getFirst();
        String player = who.getLast();
        if (past.lots.isEmpty() || chance.oneIn(3)) {
            Long expiresAt = chance.oneIn(4) ? null : (Long) (past.reference.now() + chance.any(0, 2, 5, 5, 20));
            return new Earn(brand, player, past.amount(30_000), expiresAt);
        }
        if (chance.oneIn(3)) {
            long expiresAt = past.reference.now() + chance.any(0, 4, 30);
            return new Restore(brand, player, chance.late(past.lots, 5), past.amount(9_000), expiresAt);
        }
        long all = past.reference.spendable(brand, player);
        long points = chance.oneIn(3) ? Math.max(1, all) : chance.upTo(all + all / 8);
        String to = chance.oneIn(12) ? chance.any("POINTS", "NOWHERE_NORMAL", past.bonus()) : past.normal();
        return new Convert(brand, player, past.currency(), to, points);
    }
}
