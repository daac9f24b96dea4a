package io.carat.ops.bench.load;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Places a bet of some player and settles it, about half of them won. */
final class BetClient implements Client {

    private static final int LOWEST_STAKE = 100;
    private static final int HIGHEST_STAKE = 10_000;

    private final BetDesk desk;
    private final String id;
    private final SplittableRandom random;
    private final ToIntFunction<SplittableRandom> players;
    private final Function<SplittableRandom, String> providers;
    private final Function<Integer, String> playerIds;
    private long bets;

    BetClient(
            BetDesk desk,
            String id,
            long seed,
            ToIntFunction<SplittableRandom> players,
            Function<Integer, String> playerIds,
            Function<SplittableRandom, String> providers) {
        this.desk = desk;
        this.id = id;
        this.random = new SplittableRandom(seed);
        this.players = players;
        this.playerIds = playerIds;
        this.providers = providers;
    }

    @Override
    public void step(Recording recording) throws Exception {
        Bet bet = next();
        long asked = System.nanoTime();
        String authorizationId = desk.authorize(bet);
        recording.done(Operation.AUTHORIZE, asked);
        asked = System.nanoTime();
        desk.settle(bet, authorizationId);
        recording.done(Operation.SETTLE, asked);
    }

    private Bet next() {
        bets++;
        long stake = random.nextInt(LOWEST_STAKE, HIGHEST_STAKE);
        long payout = random.nextBoolean() ? stake * Bet.ODDS_MILLI / 1_000 : 0;
        return new Bet(
                playerIds.apply(players.applyAsInt(random)), providers.apply(random), id + "-" + bets, stake, payout);
    }
}
