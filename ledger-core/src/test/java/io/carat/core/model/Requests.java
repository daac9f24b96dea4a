package io.carat.core.model;

import io.carat.core.bet.BetCommand;
import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.BetCommand.CashOutBet;
import io.carat.core.bet.BetCommand.CorrectBet;
import io.carat.core.bet.BetCommand.RollbackBet;
import io.carat.core.bet.BetCommand.RollbackBetByBetId;
import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.bet.BetResult;
import io.carat.core.bonus.GrantBonus;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.carat.core.deposit.CreditDeposit;
import io.carat.core.model.reference.BetRef;
import io.carat.core.model.reference.Caller;
import io.carat.core.model.reference.Sent;
import io.carat.core.model.reference.Step.Advance;
import io.carat.core.model.reference.Step.CashOut;
import io.carat.core.model.reference.Step.Correct;
import io.carat.core.model.reference.Step.Deposit;
import io.carat.core.model.reference.Step.Grant;
import io.carat.core.model.reference.Step.OfBet;
import io.carat.core.model.reference.Step.Place;
import io.carat.core.model.reference.Step.Rollback;
import io.carat.core.model.reference.Step.RollbackByBetId;
import io.carat.core.model.reference.Step.Settle;
import io.carat.core.model.reference.Step.VoidBet;
import io.carat.core.model.reference.Step.Withdraw;
import io.carat.core.money.Money;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import io.carat.core.withdrawal.WithdrawalStep;
import java.util.Set;

/** The model's requests as the ledger's commands. */
final class Requests {

    private Requests() {}

    static Object command(Sent sent) {
        RequestKey key = new RequestKey(sent.key(), sent.step().toString());
        return switch (sent.step()) {
            case Deposit it ->
                new CreditDeposit(
                        key,
                        it.brand(),
                        it.player(),
                        it.target(),
                        new Money(it.amount(), it.currency()),
                        it.paymentRef());
            case Grant it ->
                new GrantBonus(
                        key,
                        it.brand(),
                        it.player(),
                        it.bucket(),
                        new Money(it.amount(), it.currency()),
                        it.multiplier(),
                        it.cap());
            case Place it ->
                new AuthorizeBet(
                        key,
                        it.brand(),
                        it.player(),
                        it.bet().provider(),
                        it.game(),
                        it.bet().betId(),
                        it.round(),
                        new Money(it.stake(), it.currency()),
                        it.odds());
            case Withdraw it ->
                new RequestWithdrawal(key, it.brand(), it.player(), new Money(it.amount(), it.currency()), null);
            case Advance it ->
                new MoveWithdrawal(
                        key,
                        scope(sent.by()),
                        DerivedId.of(it.brand(), "withdrawal", it.requestKey()),
                        WithdrawalStep.valueOf(it.move().name()),
                        it.paymentProvider());
            case OfBet it -> command(it, key, scope(sent.by()));
        };
    }

    private static Object command(OfBet step, RequestKey key, Scope scope) {
        String id = authorizationId(step.bet());
        return switch (step) {
            case Settle it ->
                new SettleBet(
                        key,
                        scope,
                        id,
                        it.txn(),
                        it.payout(),
                        BetResult.valueOf(it.result().name()),
                        it.closes(),
                        it.winsAfterClose());
            case Rollback it -> new RollbackBet(key, scope, id, it.txn());
            case RollbackByBetId it ->
                new RollbackBetByBetId(
                        key,
                        scope,
                        it.brand(),
                        it.player(),
                        it.currency(),
                        it.bet().provider(),
                        it.bet().betId(),
                        it.txn());
            case VoidBet it -> new BetCommand.VoidBet(key, scope, id, it.txn(), it.part());
            case CashOut it -> new CashOutBet(key, scope, id, it.txn(), it.closed(), it.price());
            case Correct it -> new CorrectBet(key, scope, id, it.txn(), it.corrects(), it.payout());
        };
    }

    private static String authorizationId(BetRef bet) {
        return BetCommand.authorizationId(bet.brand(), bet.provider(), bet.betId());
    }

    private static Scope scope(Caller by) {
        return new Scope(by.brand(), by.provider() == null ? Set.of() : Set.of(by.provider()));
    }
}
