package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import io.carat.ops.client.BetSlip;
import io.carat.ops.client.MoneyRequest;

/** What goes wrong in real traffic: rollbacks that come first, bets without money, keys used twice. */
final class Mischief {

    private final PlayerDesk desk;
    private final Bets bets;

    Mischief(PlayerDesk desk, Bets bets) {
        this.desk = desk;
        this.bets = bets;
    }

    /** The late bet must move nothing. */
    void rollbackBeforeBet() {
        BetSlip slip = slip(desk.persona.stake(desk.dice));
        desk.ask(
                desk.calls.rollbackOfBet(desk.id("k"), slip.providerId(), slip.betId(), desk.id("t")),
                Expectation.accepted());
        desk.ask(desk.calls.authorize(desk.id("k"), slip), Expectation.refused(409, "ALREADY_ROLLED_BACK"));
    }

    /** A stake beyond everything that was ever paid in. */
    void overdraw() {
        BetSlip slip = slip(desk.purse.received() + 1);
        desk.ask(desk.calls.authorize(desk.id("k"), slip), Expectation.refused(422, "INSUFFICIENT_FUNDS"));
    }

    /** Another amount under a key that was used: refused, and the first answer still stands. */
    void reuseKey() {
        String side = desk.side(desk.persona.favourite());
        long amount = desk.persona.deposit(desk.dice);
        String key = desk.id("k");
        String paymentRef = desk.id("d");
        MoneyRequest request = desk.calls.deposit(key, side, amount, paymentRef);
        Answer answer = desk.ask(request, Expectation.accepted("CREDITED"));
        desk.purse.credited(side, amount);
        desk.ask(
                desk.calls.deposit(key, side, amount + 1, paymentRef),
                Expectation.refused(422, "IDEMPOTENCY_MISMATCH"));
        desk.repeat(request, answer);
    }

    private BetSlip slip(long stake) {
        return bets.slip(desk.persona.favourite(), stake, 2_000);
    }
}
