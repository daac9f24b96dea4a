package io.carat.core.model;

import io.carat.core.model.reference.BetRef;
import io.carat.core.model.reference.GrantRef;
import io.carat.core.model.reference.Offer;
import io.carat.core.model.reference.Points;
import io.carat.core.model.reference.Reference;
import io.carat.core.model.reference.Rules;
import io.carat.core.model.reference.Sent;
import io.carat.core.model.reference.Step.Advance;
import io.carat.core.model.reference.Step.Correct;
import io.carat.core.model.reference.Step.Grant;
import io.carat.core.model.reference.Step.Move;
import io.carat.core.model.reference.Step.OfBet;
import io.carat.core.model.reference.Step.Place;
import io.carat.core.model.reference.Step.Settle;
import io.carat.core.model.reference.Step.Withdraw;
import java.util.ArrayList;
import java.util.List;

/** What was asked for so far, for requests that take up earlier ones, and what all random requests choose from. */
final class Past {

    final Chance chance;
    final Rules rules;
    final Reference reference;
    final List<Sent> sent = new ArrayList<>();
    final List<Place> bets = new ArrayList<>();
    final List<OfBet> paid = new ArrayList<>();
    final List<Advance> withdrawals = new ArrayList<>();
    /** The keys of grants of bonuses, and of points. */
    final List<String> bonuses = new ArrayList<>();

    final List<String> lots = new ArrayList<>();
    final List<GrantRef> grants = new ArrayList<>();
    final List<Offer.Define> campaigns = new ArrayList<>();
    private final List<List<String>> players;
    private final long scale;
    private int transactions;

    Past(Chance chance, List<List<String>> players, Rules rules, Reference reference) {
        this.chance = chance;
        this.players = players;
        this.rules = rules;
        this.reference = reference;
        this.scale = chance.oneIn(12) ? 30_000_000_000L : 1;
    }

    void remember(Sent next) {
        sent.add(next);
        if (next.step() instanceof Place it) {
            bets.add(it);
        } else if (next.step() instanceof Settle it) {
            paid.add(it);
        } else if (next.step() instanceof Correct it) {
            paid.add(it);
        } else if (next.step() instanceof Withdraw it) {
            withdrawals.add(new Advance(it.brand(), next.key(), Move.APPROVE, null));
        } else if (next.step() instanceof Grant) {
            bonuses.add(next.key());
        } else if (next.step() instanceof Points.Earn) {
            lots.add(next.key());
        } else if (next.step() instanceof Offer.Give it) {
            grants.add(it.grant());
        } else if (next.step() instanceof Offer.Define it) {
            campaigns.add(it);
        }
    }

    /** How many requests there were. */
    int requests() {
        return sent.size();
    }

    BetRef late() {
        return chance.late(bets, 7).bet();
    }

    BetRef latest() {
        return bets.getLast().bet();
    }

    BetRef lastPaid() {
        return paid.isEmpty() ? late() : chance.late(paid, 4).bet();
    }

    /** New, or now and then one that was used before, perhaps by the other provider. */
    String transaction() {
        transactions++;
        return "t" + (chance.oneIn(9) ? chance.below(transactions) : transactions);
    }

    /** Brand and player. */
    List<String> who() {
        return chance.oneIn(2) ? players.getFirst() : chance.any(players);
    }

    String currency() {
        return chance.oneIn(10) ? "EUR" : "KRW";
    }

    String normal() {
        return chance.any(rules.routes()).normal();
    }

    String bonus() {
        return chance.any(rules.routes()).bonus();
    }

    long amount(long atMost) {
        return chance.upTo(atMost * scale);
    }
}
