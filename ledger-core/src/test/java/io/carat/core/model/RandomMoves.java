package io.carat.core.model;

import io.carat.core.model.reference.BetRef;
import io.carat.core.model.reference.Caller;
import io.carat.core.model.reference.Reference;
import io.carat.core.model.reference.Rules;
import io.carat.core.model.reference.Sent;
import io.carat.core.model.reference.Step;
import io.carat.core.model.reference.Step.Advance;
import io.carat.core.model.reference.Step.CashOut;
import io.carat.core.model.reference.Step.Correct;
import io.carat.core.model.reference.Step.Deposit;
import io.carat.core.model.reference.Step.Grant;
import io.carat.core.model.reference.Step.Move;
import io.carat.core.model.reference.Step.OfBet;
import io.carat.core.model.reference.Step.Place;
import io.carat.core.model.reference.Step.Result;
import io.carat.core.model.reference.Step.Rollback;
import io.carat.core.model.reference.Step.RollbackByBetId;
import io.carat.core.model.reference.Step.Settle;
import io.carat.core.model.reference.Step.VoidBet;
import io.carat.core.model.reference.Step.Withdraw;
import io.carat.core.model.reference.WalletView;
import java.util.ArrayList;
import java.util.List;

/** Players and providers who ask for anything, sensible or not, at any time, and often again. */
final class RandomMoves {

    /** Who plays, as brand and player: two of one brand, and one of another with the same name. */
    static final List<List<String>> PLAYERS =
            List.of(List.of("acme", "p1"), List.of("acme", "p2"), List.of("beta", "p1"));

    private final Chance chance;
    private final List<List<String>> players;
    private final Rules rules;
    private final RandomRules policies;
    private final Reference reference;
    private final long scale;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Place> bets = new ArrayList<>();
    private final List<OfBet> paid = new ArrayList<>();
    private final List<Advance> withdrawals = new ArrayList<>();
    private int keys;
    private int transactions;
    private int version = 1;

    RandomMoves(Chance chance, List<List<String>> players, Rules rules, Reference reference) {
        this.chance = chance;
        this.players = players;
        this.rules = rules;
        this.policies = new RandomRules(chance);
        this.reference = reference;
        this.scale = chance.oneIn(12) ? 30_000_000_000L : 1;
    }

    io.carat.core.model.Move next() {
        if (chance.oneIn(60)) {
            version++;
            return new io.carat.core.model.Move.Edit(policies.policy(chance.any("SPORTS", "CASINO"), version));
        }
        return new io.carat.core.model.Move.Ask(request());
    }

    /** The next request. */
    Sent request() {
        Sent next = !sent.isEmpty() && chance.oneIn(9) ? again() : new Sent("k" + keys, caller(), step());
        keys++;
        sent.add(next);
        remember(next);
        return next;
    }

    /** An earlier request word for word, or under a new key, or its key with something else. */
    private Sent again() {
        Sent before = chance.oneIn(2) ? chance.late(sent, 6) : chance.any(sent);
        return switch (chance.below(5)) {
            case 0 -> new Sent("k" + keys, caller(), before.step());
            case 1 -> new Sent(before.key(), caller(), step());
            case 2 -> new Sent(before.key(), caller(), before.step());
            default -> before;
        };
    }

    private void remember(Sent next) {
        switch (next.step()) {
            case Place it -> bets.add(it);
            case Settle it -> paid.add(it);
            case Correct it -> paid.add(it);
            case Withdraw it -> withdrawals.add(new Advance(it.brand(), next.key(), Move.APPROVE, null));
            case Deposit ignored -> {}
            case Grant ignored -> {}
            case Advance ignored -> {}
            case Rollback ignored -> {}
            case RollbackByBetId ignored -> {}
            case VoidBet ignored -> {}
            case CashOut ignored -> {}
        }
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
        int kind = bets.isEmpty() ? chance.below(4) : chance.below(39);
        return switch (kind) {
            case 0, 1 -> deposit();
            case 2 -> grant();
            case 3, 4, 5, 6, 7, 8, 9 -> place();
            case 10, 11, 12, 13, 14, 15, 16, 17, 18 -> settle();
            case 19 -> new Rollback(late(), transaction());
            case 20 -> new Rollback(latest(), transaction());
            case 21 -> rollbackByBetId();
            case 22, 23, 37, 38 -> new VoidBet(chance.oneIn(4) ? late() : lastPaid(), transaction(), null);
            case 24 -> halfVoid();
            case 25, 26 -> cashOut();
            case 27, 28, 29, 30, 31 -> correct();
            case 32 -> withdraw();
            default -> withdrawals.isEmpty() ? withdraw() : advance();
        };
    }

    private Deposit deposit() {
        List<String> who = who();
        String target = chance.oneIn(40) ? "NOWHERE_NORMAL" : normal();
        String ref = "pay" + (chance.oneIn(20) ? chance.below(keys + 1) : keys);
        return new Deposit(who.get(0), who.get(1), currency(), target, amount(20_000), ref);
    }

    private Grant grant() {
        List<String> who = who();
        Integer multiplier = chance.oneIn(3) ? null : chance.any(0, 1_000, 10_000);
        Long cap = chance.oneIn(2) ? null : (Long) amount(4_000);
        String bucket = chance.any(rules.routes()).bonus();
        return new Grant(who.get(0), who.get(1), currency(), bucket, amount(8_000), multiplier, cap);
    }

    private Place place() {
        List<String> who = who();
        String currency = currency();
        String game = chance.oneIn(60) ? "nothing" : chance.any("sports-1", "live-1", "slots-1");
        Integer odds = chance.oneIn(2) ? null : (Integer) (1_000 + chance.below(1_200));
        long stake = chance.oneIn(3) ? all(who, currency, game) : amount(chance.any(300, 1_000, 6_000, 15_000));
        return new Place(newBet(who.get(0)), who.get(1), currency, game, "r", stake, odds);
    }

    /** A betId of its own, or now and then one that another provider or brand has used, or this one. */
    private BetRef newBet(String brand) {
        String betId =
                !bets.isEmpty() && chance.oneIn(5) ? chance.late(bets, 9).bet().betId() : "b" + keys;
        return new BetRef(brand, chance.oneIn(80) ? "nobody" : chance.any(RandomRules.PROVIDERS), betId);
    }

    /** All that can be staked, so that a correction finds nothing. */
    private long all(List<String> who, String currency, String game) {
        String product = RandomRules.GAMES.getOrDefault(game, "SPORTS");
        WalletView wallet = reference.view(who.get(0), who.get(1), currency);
        Rules.Route route = rules.route(product);
        long all = wallet.available(route.normal()) + wallet.available(Rules.WITHDRAWABLE);
        all += chance.oneIn(2) ? wallet.available(route.bonus()) : 0;
        return Math.max(1, all);
    }

    private Settle settle() {
        BetRef bet = chance.oneIn(12) ? lastPaid() : late();
        Result result = chance.any(
                Result.WIN, Result.WIN, Result.WIN, Result.LOSE, Result.JACKPOT, Result.PUSH, Result.HALF_VOID);
        long payout = switch (result) {
            case WIN, JACKPOT -> chance.oneIn(4) ? 0 : amount(chance.any(20, 3_000, 40_000));
            case LOSE, HALF_VOID -> chance.oneIn(25) ? 1 : 0;
            case PUSH -> chance.oneIn(12) ? amount(9_000) : reference.open(bet);
        };
        return new Settle(bet, transaction(), payout, result, !chance.oneIn(3), chance.oneIn(8));
    }

    private RollbackByBetId rollbackByBetId() {
        Place bet = chance.late(bets, 6);
        BetRef ref = chance.oneIn(3)
                ? new BetRef(bet.brand(), bet.bet().provider(), "b" + (keys + chance.below(4)))
                : bet.bet();
        String player = chance.oneIn(10) ? "p9" : bet.player();
        String currency = chance.oneIn(12) ? "EUR" : bet.currency();
        return new RollbackByBetId(ref, transaction(), player, currency);
    }

    private VoidBet halfVoid() {
        BetRef bet = late();
        long open = reference.open(bet);
        return new VoidBet(bet, transaction(), chance.any(chance.upTo(open), chance.upTo(open), open, open + 1, 0L));
    }

    private CashOut cashOut() {
        BetRef bet = late();
        long open = reference.open(bet);
        long closed = chance.oneIn(4) ? open : chance.upTo(open + open / 8);
        return new CashOut(bet, transaction(), closed, chance.oneIn(8) ? 0 : amount(6_000));
    }

    private Correct correct() {
        OfBet settled = paid.isEmpty() ? null : chance.late(paid, 5);
        BetRef bet = settled == null || chance.oneIn(10) ? late() : settled.bet();
        String corrects = settled == null || chance.oneIn(2) ? null : settled.txn();
        long payout = chance.oneIn(2) ? 0 : amount(chance.any(200, 4_000, 40_000));
        return new Correct(bet, transaction(), corrects, payout);
    }

    private Withdraw withdraw() {
        List<String> who = who();
        String currency = currency();
        long available = reference.view(who.get(0), who.get(1), currency).available(Rules.WITHDRAWABLE);
        return new Withdraw(who.get(0), who.get(1), currency, chance.any(amount(1_500), chance.upTo(available / 2)));
    }

    private Advance advance() {
        Advance withdrawal = chance.late(withdrawals, 3);
        Move move = chance.any(
                Move.APPROVE, Move.PAY, Move.PAID_OUT, Move.APPROVE, Move.PAY, Move.FAIL, Move.REJECT, Move.CANCEL);
        String payer = chance.oneIn(4) ? "psp-1" : null;
        return new Advance(withdrawal.brand(), withdrawal.requestKey(), move, payer);
    }

    private BetRef late() {
        return chance.late(bets, 7).bet();
    }

    private BetRef latest() {
        return bets.getLast().bet();
    }

    private BetRef lastPaid() {
        return paid.isEmpty() ? late() : chance.late(paid, 4).bet();
    }

    /** New, or now and then one that was used before, perhaps by the other provider. */
    private String transaction() {
        transactions++;
        return "t" + (chance.oneIn(9) ? chance.below(transactions) : transactions);
    }

    private List<String> who() {
        return chance.oneIn(2) ? players.getFirst() : chance.any(players);
    }

    private String currency() {
        return chance.oneIn(10) ? "EUR" : "KRW";
    }

    private String normal() {
        return chance.any(rules.routes()).normal();
    }

    private long amount(long atMost) {
        return chance.upTo(atMost * scale);
    }
}
