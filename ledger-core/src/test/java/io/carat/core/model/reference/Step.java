package io.carat.core.model.reference;

import org.jspecify.annotations.Nullable;

/** What can be asked for, in the model's words. Amounts are minor units; odds are thousandths. */
public sealed interface Step {

    /** The brand whose keys the request's key is one of. */
    String brand();

    /** The results of a bet. */
    enum Result {
        WIN,
        LOSE,
        JACKPOT,
        PUSH,
        HALF_VOID
    }

    /** The steps of a withdrawal. */
    enum Move {
        APPROVE,
        PAY,
        PAID_OUT,
        FAIL,
        REJECT,
        CANCEL
    }

    /** Pay in. */
    record Deposit(String brand, String player, String currency, String target, long amount, String paymentRef)
            implements Step {}

    /** Grant a bonus; the multiplier is the policy's where it is null, a cap of null is none. */
    record Grant(
            String brand,
            String player,
            String currency,
            String bucket,
            long amount,
            @Nullable Integer multiplier,
            @Nullable Long cap)
            implements Step {}

    /** Place a bet. */
    record Place(
            BetRef bet,
            String player,
            String currency,
            String game,
            String round,
            long stake,
            @Nullable Integer odds) implements Step {
        @Override
        public String brand() {
            return bet.brand();
        }
    }

    /** Hold WITHDRAWABLE money; the withdrawal is known by the request's key. */
    record Withdraw(String brand, String player, String currency, long amount) implements Step {}

    /** Take a withdrawal further; the payment provider is null where people pay. */
    record Advance(
            String brand,
            String requestKey,
            Move move,
            @Nullable String paymentProvider) implements Step {}

    /** What a provider says of a bet, under a transaction id of its own. */
    sealed interface OfBet extends Step {
        /** The bet. */
        BetRef bet();

        /** The provider's id, unique per brand, provider and operation. */
        String txn();

        /** The name under which transaction ids are unique. */
        String operation();

        @Override
        default String brand() {
            return bet().brand();
        }
    }

    /** Pay a result. */
    record Settle(BetRef bet, String txn, long payout, Result result, boolean closes, boolean winsAfterClose)
            implements OfBet {
        @Override
        public String operation() {
            return "settle";
        }
    }

    /** Undo a bet. */
    record Rollback(BetRef bet, String txn) implements OfBet {
        @Override
        public String operation() {
            return "rollback";
        }
    }

    /** Undo a bet that may not have come. */
    record RollbackByBetId(BetRef bet, String txn, String player, String currency) implements OfBet {
        @Override
        public String operation() {
            return "rollback";
        }
    }

    /** Void a bet, or a part of its stake where one is given. */
    record VoidBet(BetRef bet, String txn, @Nullable Long part) implements OfBet {
        @Override
        public String operation() {
            return "void";
        }
    }

    /** Sell a part of the stake back. */
    record CashOut(BetRef bet, String txn, long closed, long price) implements OfBet {
        @Override
        public String operation() {
            return "cashout";
        }
    }

    /** Replace the settlement of that transaction, or all of them where none is named. */
    record Correct(BetRef bet, String txn, @Nullable String corrects, long payout) implements OfBet {
        @Override
        public String operation() {
            return "correct";
        }
    }
}
