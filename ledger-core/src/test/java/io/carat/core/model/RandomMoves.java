package io.carat.core.model;

import io.carat.core.model.reference.Caller;
import io.carat.core.model.reference.Job;
import io.carat.core.model.reference.Offer;
import io.carat.core.model.reference.Reference;
import io.carat.core.model.reference.Rules;
import io.carat.core.model.reference.Sent;
import io.carat.core.model.reference.Step;
import java.util.List;

/** Players and providers who ask for anything, sensible or not, at any time, and often again. */
final class RandomMoves {

    /** Who plays, as brand and player: two of one brand, and one of another with the same name. */
    static final List<List<String>> PLAYERS =
            List.of(List.of("acme", "p1"), List.of("acme", "p2"), List.of("beta", "p1"));

    private final Chance chance;
    private final Past past;
    private final RandomRules policies;
    private final RandomBets bets;
    private final RandomMoney money;
    private final RandomOffers offers;
    private final RandomPoints points;
    private int version = 1;

    RandomMoves(Chance chance, List<List<String>> players, Rules rules, Reference reference) {
        this.chance = chance;
        this.policies = new RandomRules(chance);
        this.past = new Past(chance, players, rules, reference);
        this.bets = new RandomBets(past);
        this.money = new RandomMoney(past);
        this.offers = new RandomOffers(past);
        this.points = new RandomPoints(past);
    }

    Move next() {
        if (chance.oneIn(60)) {
            version++;
            return new Move.Edit(policies.policy(chance.any("SPORTS", "CASINO"), version));
        }
        if (past.sent.size() > 0 && past.sent.getLast().step() instanceof Offer.Give it && !chance.oneIn(4)) {
            return new Move.Say(new Job.ConfirmCoupon(it.grant()));
        }
        if (chance.oneIn(25)) {
            return new Move.Say(job());
        }
        return chance.oneIn(25) ? new Move.Wait(chance.any(1, 6, 30)) : new Move.Ask(request());
    }

    private Job job() {
        List<String> who = past.who();
        int kind = chance.below(3);
        if (kind == 0 && !past.bonuses.isEmpty()) {
            return new Job.EndBonus(who.getFirst(), chance.late(past.bonuses, 4));
        }
        if (kind == 1 && !past.grants.isEmpty()) {
            return new Job.ExpireCoupon(chance.late(past.grants, 6));
        }
        return new Job.ExpirePoints(who.getFirst(), who.getLast());
    }

    /** The next request. */
    Sent request() {
        Sent next = past.requests() > 0 && chance.oneIn(9) ? again() : new Sent(newKey(), caller(), step());
        past.remember(next);
        return next;
    }

    /** An earlier request word for word, or under a new key, or its key with something else. */
    private Sent again() {
        Sent before = chance.oneIn(2) ? chance.late(past.sent, 6) : chance.any(past.sent);
        return switch (chance.below(5)) {
            case 0 -> new Sent(newKey(), caller(), before.step());
            case 1 -> new Sent(before.key(), caller(), step());
            case 2 -> new Sent(before.key(), caller(), before.step());
            default -> before;
        };
    }

    private String newKey() {
        return "k" + past.requests();
    }

    private Caller caller() {
        return switch (chance.below(30)) {
            case 0 -> new Caller("beta", null);
            case 1 -> new Caller(null, "hub88");
            case 2, 3 -> new Caller("acme", "generic");
            default -> Caller.ANYBODY;
        };
    }

    private Step step() {
        int kind = past.bets.isEmpty() ? chance.below(10) : chance.below(54);
        return switch (kind) {
            case 0, 1 -> money.deposit();
            case 2 -> money.bonus();
            case 3, 4, 5, 6, 7, 8, 9 -> bets.place();
            case 10, 11, 12, 13 -> money.withdrawal();
            case 14, 15, 16 -> offers.offer();
            case 17, 18 -> points.points();
            case 22, 23, 24 -> offers.offer();
            case 19, 20, 21 -> money.transfer();
            default -> bets.word();
        };
    }
}
