package io.carat.core.model;

import io.carat.core.model.reference.BetRef;
import io.carat.core.model.reference.GrantRef;
import io.carat.core.model.reference.Offer;
import io.carat.core.model.reference.Rules;
import io.carat.core.model.reference.Step;
import io.carat.core.model.reference.Step.CashOut;
import io.carat.core.model.reference.Step.Correct;
import io.carat.core.model.reference.Step.OfBet;
import io.carat.core.model.reference.Step.Place;
import io.carat.core.model.reference.Step.Result;
import io.carat.core.model.reference.Step.Rollback;
import io.carat.core.model.reference.Step.RollbackByBetId;
import io.carat.core.model.reference.Step.Settle;
import io.carat.core.model.reference.Step.VoidBet;
import io.carat.core.model.reference.WalletView;
import java.util.List;
import java.util.Locale;

/** Bets and what providers say of them, in any order. */
final class RandomBets {

    private final Past past;
    private final Chance chance;

    RandomBets(Past past) {
        this.past = past;
        this.chance = past.chance;
    }

    /** Something about a bet that is there. */
    Step word() {
        return switch (chance.below(28)) {
            case 0 -> new Rollback(past.late(), past.transaction());
            case 1 -> new Rollback(past.latest(), past.transaction());
            case 2 -> rollbackByBetId();
            case 3, 4, 5, 6 -> new VoidBet(chance.oneIn(4) ? past.late() : past.lastPaid(), past.transaction(), null);
            case 7 -> halfVoid();
            case 8, 9 -> cashOut();
            case 10, 11, 12, 13, 14 -> correct();
            default -> settle();
        };
    }

    Place place() {
        return past.grants.isEmpty() || chance.oneIn(2) ? plain() : withCoupon();
    }

    /** Mostly by its owner, on what it is for and of its size. */
    private Place withCoupon() {
        GrantRef grant = chance.late(past.grants, 4);
        Offer.Define campaign = past.campaigns.stream()
                .filter(it -> it.brand().equals(grant.brand()) && it.code().equals(grant.campaign()))
                .findFirst()
                .orElse(past.campaigns.getFirst());
        String game = chance.any("sports-1", "live-1", "slots-1");
        if (!chance.oneIn(8)) {
            game = campaign.products().getFirst().toLowerCase(Locale.ROOT) + "-1";
        }
        String player = chance.oneIn(12) ? "p2" : grant.player();
        String currency = chance.oneIn(12) ? past.currency() : campaign.currency();
        long stake = chance.oneIn(3) ? campaign.face() : campaign.face() + past.amount(4_000) - 1;
        stake = chance.oneIn(6) ? past.amount(3_000) : stake;
        Integer odds = chance.oneIn(2) ? null : (Integer) (1_000 + chance.below(1_200));
        GrantRef named = chance.oneIn(30) ? new GrantRef(grant.brand(), "unknown", player, "r0") : grant;
        return new Place(newBet(grant.brand()), player, currency, game, "r", stake, odds, named);
    }

    private Place plain() {
        List<String> who = past.who();
        String currency = past.currency();
        String game = chance.oneIn(60) ? "nothing" : chance.any("sports-1", "live-1", "slots-1");
        Integer odds = chance.oneIn(2) ? null : (Integer) (1_000 + chance.below(1_200));
        long stake = chance.oneIn(3) ? all(who, currency, game) : past.amount(chance.any(300, 1_000, 6_000, 15_000));
        return new Place(newBet(who.get(0)), who.get(1), currency, game, "r", stake, odds, null);
    }

    /** A betId of its own, or now and then one that another provider or brand has used, or this one. */
    private BetRef newBet(String brand) {
        String betId = !past.bets.isEmpty() && chance.oneIn(5)
                ? chance.late(past.bets, 9).bet().betId()
                : "b" + past.requests();
        return new BetRef(brand, chance.oneIn(80) ? "nobody" : chance.any(RandomRules.PROVIDERS), betId);
    }

    /** All that can be staked, so that a correction finds nothing. */
    private long all(List<String> who, String currency, String game) {
        String product = RandomRules.GAMES.getOrDefault(game, "SPORTS");
        WalletView wallet = past.reference.view(who.get(0), who.get(1), currency);
        Rules.Route route = past.rules.route(product);
        long all = wallet.available(route.normal()) + wallet.available(Rules.WITHDRAWABLE);
        all += chance.oneIn(2) ? wallet.available(route.bonus()) : 0;
        return Math.max(1, all);
    }

    private Settle settle() {
        BetRef bet = chance.oneIn(12) ? past.lastPaid() : past.late();
        Result result = chance.any(
                Result.WIN, Result.WIN, Result.WIN, Result.LOSE, Result.JACKPOT, Result.PUSH, Result.HALF_VOID);
        long payout = switch (result) {
            case WIN, JACKPOT -> chance.oneIn(4) ? 0 : past.amount(chance.any(20, 3_000, 40_000));
            case LOSE, HALF_VOID -> chance.oneIn(25) ? 1 : 0;
            case PUSH -> chance.oneIn(12) ? past.amount(9_000) : past.reference.open(bet);
        };
        return new Settle(bet, past.transaction(), payout, result, !chance.oneIn(3), chance.oneIn(8));
    }

    private RollbackByBetId rollbackByBetId() {
        Place bet = chance.late(past.bets, 6);
        BetRef ref = chance.oneIn(3)
                ? new BetRef(bet.brand(), bet.bet().provider(), "b" + (past.requests() + chance.below(4)))
                : bet.bet();
        String player = chance.oneIn(10) ? "p9" : bet.player();
        String currency = chance.oneIn(12) ? "EUR" : bet.currency();
        return new RollbackByBetId(ref, past.transaction(), player, currency);
    }

    private VoidBet halfVoid() {
        BetRef bet = past.late();
        long open = past.reference.open(bet);
        return new VoidBet(
                bet, past.transaction(), chance.any(chance.upTo(open), chance.upTo(open), open, open + 1, 0L));
    }

    private CashOut cashOut() {
        BetRef bet = past.late();
        long open = past.reference.open(bet);
        long closed = chance.oneIn(4) ? open : chance.upTo(open + open / 8);
        return new CashOut(bet, past.transaction(), closed, chance.oneIn(8) ? 0 : past.amount(6_000));
    }

    private Correct correct() {
        OfBet settled = past.paid.isEmpty() ? null : chance.late(past.paid, 5);
        BetRef bet = settled == null || chance.oneIn(10) ? past.late() : settled.bet();
        String corrects = settled == null || chance.oneIn(2) ? null : settled.txn();
        long payout = chance.oneIn(2) ? 0 : past.amount(chance.any(200, 4_000, 40_000));
        return new Correct(bet, past.transaction(), corrects, payout);
    }
}
