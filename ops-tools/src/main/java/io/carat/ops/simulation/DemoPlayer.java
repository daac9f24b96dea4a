package io.carat.ops.simulation;

import io.carat.ops.client.Topology;
import java.util.function.BooleanSupplier;

/** One player: a deposit first, then whatever comes to mind, one action after the other. */
final class DemoPlayer {

    private static final int WITHDRAW_PERMILLE = 60;
    private static final int BONUS_PERMILLE = 25;
    private static final int COUNT_PERMILLE = 60;
    private static final int MISCHIEF_PERMILLE = 60;

    private final PlayerDesk desk;
    private final Payments payments;
    private final Bets bets;
    private final Mischief mischief;

    DemoPlayer(DemoOptions options, int player, Topology topology, Exchange exchange) {
        this.desk = new PlayerDesk(options, player, topology, exchange);
        this.payments = new Payments(desk);
        this.bets = new Bets(desk, payments);
        this.mischief = new Mischief(desk, bets);
    }

    /**
     * Plays until it is over; an action that was begun is finished.
     *
     * @throws SurprisingAnswer at the first answer that is not allowed
     * @throws io.carat.ops.client.NoAnswer when the server is away for too long
     */
    void play(BooleanSupplier over) {
        if (!over.getAsBoolean()) {
            payments.deposit(desk.side(desk.persona.favourite()));
        }
        while (!over.getAsBoolean()) {
            act();
        }
        payments.count();
    }

    private void act() {
        if (desk.dice.permille(WITHDRAW_PERMILLE)) {
            payments.withdraw();
        } else if (desk.dice.permille(BONUS_PERMILLE)) {
            payments.bonus();
        } else if (desk.dice.permille(COUNT_PERMILLE)) {
            payments.count();
        } else if (desk.dice.permille(MISCHIEF_PERMILLE)) {
            misbehave();
        } else {
            bets.play();
        }
    }

    private void misbehave() {
        switch (desk.dice.oneOf("rollback first", "overdraw", "reuse key")) {
            case "rollback first" -> mischief.rollbackBeforeBet();
            case "overdraw" -> mischief.overdraw();
            default -> mischief.reuseKey();
        }
    }
}
