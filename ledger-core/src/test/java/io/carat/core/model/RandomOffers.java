package io.carat.core.model;

import io.carat.core.model.reference.GrantRef;
import io.carat.core.model.reference.Offer;
import io.carat.core.model.reference.Offer.Define;
import io.carat.core.model.reference.Offer.Give;
import io.carat.core.model.reference.Offer.Revoke;
import io.carat.core.model.reference.Offer.Win;
import java.util.List;

/** Campaigns and the wins that they pay. */
final class RandomOffers {

    private static final List<String> PRODUCTS = List.of("SPORTS", "LIVE", "SLOTS");

    /** Grants of coupons are not yet held against the ledger by every build: -Dcarat.model.coupons=true does. */
    private static final boolean GRANTS = Boolean.getBoolean("carat.model.coupons");

    private final Past past;
    private final Chance chance;

    RandomOffers(Past past) {
        this.past = past;
        this.chance = past.chance;
    }

    Offer offer() {
        if (past.campaigns.size() < 3 || chance.oneIn(9)) {
            return define();
        }
        if (!GRANTS) {
            return win();
        }
        return switch (chance.below(8)) {
            case 0, 1, 2 -> win();
            case 3 -> past.grants.isEmpty() ? give() : new Revoke(chance.late(past.grants, 4));
            default -> give();
        };
    }

    private Give give() {
        Define campaign = chance.late(past.campaigns, 4);
        List<String> who = past.who();
        String brand = chance.oneIn(20) ? who.getFirst() : campaign.brand();
        String trigger = "r" + (chance.oneIn(6) ? chance.below(past.requests() + 1) : past.requests());
        return new Give(new GrantRef(brand, chance.oneIn(40) ? "unknown" : campaign.code(), who.getLast(), trigger));
    }

    private Define define() {
        long face = past.amount(chance.any(500, 3_000, 8_000));
        return new Define(
                chance.oneIn(12) ? "beta" : "acme",
                "c" + (chance.oneIn(9) ? chance.below(past.requests() + 1) : past.requests()),
                past.currency(),
                chance.oneIn(3) ? face * 2 : chance.oneIn(30) ? face - 1 : face * 50,
                face,
                some(PRODUCTS, 2),
                chance.oneIn(3) ? List.of(chance.any(RandomRules.PROVIDERS)) : List.of(),
                chance.oneIn(2),
                chance.any("BONUS", "NORMAL", "WITHDRAWABLE"),
                chance.oneIn(2) ? null : chance.any(0, 5_000, 10_000),
                past.reference.now() + chance.any(0, 5, 40, 1_000, 1_000),
                chance.oneIn(2),
                chance.oneIn(6) ? (Long) past.amount(2_000) : null,
                chance.oneIn(6) ? (Long) past.amount(20_000) : null,
                chance.oneIn(6) ? (Integer) 1_400 : null);
    }

    private Win win() {
        Define campaign = chance.late(past.campaigns, 6);
        List<String> who = past.who();
        return new Win(
                chance.oneIn(20) ? who.getFirst() : campaign.brand(),
                who.getLast(),
                chance.oneIn(20) ? past.currency() : campaign.currency(),
                chance.oneIn(60) ? "nobody" : chance.any(RandomRules.PROVIDERS),
                chance.oneIn(40) ? null : chance.oneIn(40) ? "unknown" : campaign.code(),
                chance.oneIn(3) ? null : chance.oneIn(30) ? "nothing" : chance.any("sports-1", "live-1", "slots-1"),
                past.transaction(),
                chance.oneIn(12) ? 0 : past.amount(chance.any(100, 4_000)));
    }

    /** At least one of them, some more often than others. */
    private List<String> some(List<String> of, int oneIn) {
        List<String> some = of.stream().filter(ignored -> !chance.oneIn(oneIn)).toList();
        return some.isEmpty() ? List.of(chance.any(of)) : some;
    }
}
