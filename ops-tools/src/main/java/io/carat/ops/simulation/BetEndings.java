package io.carat.ops.simulation;

import io.carat.ops.client.BetAnswer;
import io.carat.ops.client.MoneyCalls;
import io.carat.ops.client.Settlement;
import org.jspecify.annotations.Nullable;

/** Brings open bets to their ends and checks what is paid and refunded. */
final class BetEndings {

    private final PlayerDesk desk;

    BetEndings(PlayerDesk desk) {
        this.desk = desk;
    }

    void bring(PlacedBet bet) {
        switch (bet.ending()) {
            case LOSS -> close(bet, "LOSE", 0, bet.stake());
            case WIN -> close(bet, "WIN", bet.payout(), bet.stake());
            case PUSH -> push(bet);
            case SEVERAL_WINS -> severalWins(bet);
            case ROLLBACK -> rollback(bet);
            case VOID -> voidBet(bet);
            case HALF_VOID -> halfVoid(bet);
            case LATE_ROLLBACK -> lateRollback(bet);
        }
    }

    private void severalWins(PlacedBet bet) {
        pay(bet, settle(bet, null, bet.payout(), false), bet.payout());
        close(bet, "WIN", Math.max(1, bet.payout() / 2), bet.stake());
    }

    private void close(PlacedBet bet, String outcome, long payout, long openStake) {
        BetAnswer settled = settle(bet, outcome, payout, true);
        if (openStake == bet.stake()) {
            pay(bet, settled, payout);
        }
        desk.purse.taken(openStake);
    }

    /** The whole stake comes back, as a payout or as a refund, in either case by the legs it came from. */
    private void push(PlacedBet bet) {
        BetAnswer pushed = settle(bet, "PUSH", bet.stake(), true);
        long back = BetAnswer.sum(pushed.credited()) + BetAnswer.sum(pushed.refunded());
        PlayerDesk.require(
                back == bet.stake(), bet.authorizationId() + " pushed " + back + " back, not " + bet.stake());
        desk.purse.refunded(bet.side(), bet.stake());
    }

    private void rollback(PlacedBet bet) {
        refund(
                bet,
                bet.stake(),
                desk.ask(
                                MoneyCalls.rollback(desk.id("k"), bet.authorizationId(), desk.id("t")),
                                Expectation.accepted("ROLLED_BACK"))
                        .as(BetAnswer.class));
    }

    private void voidBet(PlacedBet bet) {
        refund(
                bet,
                bet.stake(),
                desk.ask(
                                MoneyCalls.voidBet(desk.id("k"), bet.authorizationId(), desk.id("t")),
                                Expectation.accepted("VOIDED"))
                        .as(BetAnswer.class));
    }

    private void halfVoid(PlacedBet bet) {
        long half = bet.stake() / 2;
        if (half > 0) {
            refund(
                    bet,
                    half,
                    desk.ask(
                                    MoneyCalls.halfVoid(desk.id("k"), bet.authorizationId(), desk.id("t"), half),
                                    Expectation.accepted())
                            .as(BetAnswer.class));
        }
        close(bet, "LOSE", 0, bet.stake() - half);
    }

    private void lateRollback(PlacedBet bet) {
        close(bet, "LOSE", 0, bet.stake());
        desk.ask(
                MoneyCalls.rollback(desk.id("k"), bet.authorizationId(), desk.id("t")),
                Expectation.refused(409, "BET_ALREADY_SETTLED"));
    }

    private BetAnswer settle(PlacedBet bet, @Nullable String outcome, long payout, boolean closes) {
        Settlement settlement = new Settlement(desk.id("t"), payout, outcome, closes);
        return desk.ask(
                        MoneyCalls.settle(desk.id("k"), bet.authorizationId(), settlement),
                        Expectation.accepted(closes ? "SETTLED" : "PARTIALLY_SETTLED"))
                .as(BetAnswer.class);
    }

    private void pay(PlacedBet bet, BetAnswer settled, long payout) {
        PlayerDesk.require(
                BetAnswer.isSplit(payout, bet.funding(), settled.credited()),
                bet.authorizationId() + " paid " + payout + " as " + settled.credited() + " for " + bet.funding());
        desk.purse.credited(bet.side(), payout);
    }

    private void refund(PlacedBet bet, long amount, BetAnswer answer) {
        PlayerDesk.require(
                BetAnswer.isSplit(amount, bet.funding(), answer.refunded()),
                bet.authorizationId() + " refunded " + amount + " as " + answer.refunded() + " for " + bet.funding());
        desk.purse.refunded(bet.side(), amount);
    }
}
