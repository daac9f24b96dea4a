package io.carat.ops.bench.load;

/**
 * A bet and how it will end. Amounts are in minor units.
 *
 * @param betId unique; request keys and the transaction id are made from it
 * @param payoutMinor 0 loses
 */
public record Bet(String playerId, String providerId, String betId, long stakeMinor, long payoutMinor) {

    /** The currency of all bets. */
    public static final String CURRENCY = "KRW";

    /** The game of all bets, which each provider has. */
    public static final String GAME = "sports-1";

    /** The bucket that pays for all bets. */
    public static final String BUCKET = "SPORTS_NORMAL";

    /** The odds of all bets, in thousandths. */
    public static final int ODDS_MILLI = 1_850;
}
