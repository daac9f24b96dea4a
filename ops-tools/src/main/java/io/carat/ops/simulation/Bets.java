package io.carat.ops.simulation;

import io.carat.ops.client.BetAnswer;
import io.carat.ops.client.BetSlip;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A player's bets: placed one or several at a time, then brought to their ends. */
final class Bets {

    private static final int ODDS_SCALE = 3;
    private static final long MILLI = 1_000;

    private final PlayerDesk desk;
    private final Payments payments;
    private final BetEndings endings;

    Bets(PlayerDesk desk, Payments payments) {
        this.desk = desk;
        this.payments = payments;
        this.endings = new BetEndings(desk);
    }

    void play() {
        long count = desk.persona.openBets(desk.dice);
        List<PlacedBet> open = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            open.add(place(desk.persona.product(desk.dice), desk.persona.stake(desk.dice)));
        }
        open.forEach(endings::bring);
    }

    private PlacedBet place(String product, long stake) {
        String side = desk.side(product);
        while (desk.purse.certain(side) < stake) {
            payments.deposit(side);
        }
        long oddsMilli = desk.dice.between(1_300, 4_000);
        Ending ending = Ending.of(desk.dice);
        long payout = payout(product, stake, oddsMilli);
        BetAnswer bet = authorize(slip(product, stake, oddsMilli));
        desk.purse.staked(side, stake);
        return new PlacedBet(bet.authorizationId(), side, stake, bet.funding(), ending, payout);
    }

    private BetAnswer authorize(BetSlip slip) {
        BetAnswer bet = desk.ask(desk.calls.authorize(desk.id("k"), slip), Expectation.accepted("AUTHORIZED"))
                .as(BetAnswer.class);
        long funded = BetAnswer.sum(bet.funding());
        PlayerDesk.require(
                funded == slip.stake(), "the funding of " + slip.betId() + " is " + funded + ", not " + slip.stake());
        return bet;
    }

    BetSlip slip(String product, long stake, long oddsMilli) {
        String bet = desk.id("b");
        String provider = desk.dice.oneOf("generic", "hub88");
        return new BetSlip(
                provider,
                product.toLowerCase(Locale.ROOT) + "-1",
                bet,
                bet + "-round",
                stake,
                odds(product, oddsMilli));
    }

    private static @Nullable BigDecimal odds(String product, long oddsMilli) {
        return product.equals("SPORTS") ? BigDecimal.valueOf(oddsMilli, ODDS_SCALE) : null;
    }

    private long payout(String product, long stake, long oddsMilli) {
        return switch (product) {
            case "SPORTS" -> Math.multiplyExact(stake, oddsMilli) / MILLI;
            case "LIVE" -> stake * 2;
            default -> Math.max(1, stake * desk.dice.oneOf(1, 1, 2, 3, 4, 10, 40) / 2);
        };
    }
}
