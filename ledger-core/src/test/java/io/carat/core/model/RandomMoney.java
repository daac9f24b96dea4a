package io.carat.core.model;

import io.carat.core.model.reference.Rules;
import io.carat.core.model.reference.Step;
import io.carat.core.model.reference.Step.Advance;
import io.carat.core.model.reference.Step.Cancel;
import io.carat.core.model.reference.Step.Deposit;
import io.carat.core.model.reference.Step.Grant;
import io.carat.core.model.reference.Step.Move;
import io.carat.core.model.reference.Step.Withdraw;
import io.carat.core.model.reference.Transfer;
import java.util.List;

/** Deposits, bonuses and withdrawals. */
final class RandomMoney {

    private final Past past;
    private final Chance chance;

    RandomMoney(Past past) {
        this.past = past;
        this.chance = past.chance;
    }

    Step bonus() {
        boolean grants = past.bonuses.isEmpty() || !chance.oneIn(5);
        return grants ? grant() : new Cancel(past.who().getFirst(), chance.late(past.bonuses, 3));
    }

    Transfer transfer() {
        List<String> who = past.who();
        String currency = past.currency();
        String from = chance.oneIn(20) ? odd() : past.normal();
        String to = chance.oneIn(20) ? odd() : other(from);
        long available = past.reference
                        .view(who.getFirst(), who.getLast(), currency)
                        .balances()
                        .containsKey(from)
                ? past.reference.view(who.getFirst(), who.getLast(), currency).available(from)
                : 0;
        long amount = chance.oneIn(4) ? Math.max(1, available) : chance.upTo(available + available / 9);
        return new Transfer(who.getFirst(), who.getLast(), currency, from, to, amount);
    }

    /** What a transfer is not for. */
    private String odd() {
        return chance.any(past.bonus(), Rules.WITHDRAWABLE, Rules.POINTS, "NOWHERE_NORMAL");
    }

    private String other(String from) {
        return past.rules.routes().stream()
                .map(Rules.Route::normal)
                .filter(normal -> !normal.equals(from))
                .findFirst()
                .orElse(from);
    }

    Step withdrawal() {
        return past.withdrawals.isEmpty() || chance.oneIn(6) ? withdraw() : advance();
    }

    Deposit deposit() {
        List<String> who = past.who();
        String target = chance.oneIn(40) ? "NOWHERE_NORMAL" : past.normal();
        String ref = "pay" + (chance.oneIn(20) ? chance.below(past.requests() + 1) : past.requests());
        return new Deposit(who.get(0), who.get(1), past.currency(), target, past.amount(20_000), ref);
    }

    Grant grant() {
        List<String> who = past.who();
        Integer multiplier = chance.oneIn(3) ? null : chance.any(0, 1_000, 10_000);
        Long cap = chance.oneIn(2) ? null : (Long) past.amount(4_000);
        String bucket = past.bonus();
        Long expiresAt = chance.oneIn(2) ? null : (Long) (past.reference.now() + chance.any(0, 3, 8, 40));
        return new Grant(
                who.get(0), who.get(1), past.currency(), bucket, past.amount(8_000), multiplier, cap, expiresAt, null);
    }

    Withdraw withdraw() {
        List<String> who = past.who();
        String currency = past.currency();
        long available = past.reference.view(who.get(0), who.get(1), currency).available(Rules.WITHDRAWABLE);
        return new Withdraw(
                who.get(0), who.get(1), currency, chance.any(past.amount(1_500), chance.upTo(available / 2)));
    }

    Advance advance() {
        Advance withdrawal = chance.late(past.withdrawals, 3);
        Move move = chance.any(
                Move.APPROVE,
                Move.APPROVE,
                Move.PAY,
                Move.PAY,
                Move.PAY,
                Move.PAID_OUT,
                Move.PAID_OUT,
                Move.FAIL,
                Move.REJECT,
                Move.CANCEL);
        String payer = chance.oneIn(4) ? "psp-1" : null;
        return new Advance(withdrawal.brand(), withdrawal.requestKey(), move, payer);
    }
}
