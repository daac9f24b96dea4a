package io.carat.core.policy;

/**
 * How much of a stake on a product counts towards a requirement.
 *
 * @param rateBps 10000 counts the whole stake, 0 nothing
 * @param minOddsMilli bets below these odds, or without odds, count nothing; 0 sets no minimum
 */
public record Contribution(int rateBps, int minOddsMilli) {

    /** A contribution without minimum odds. */
    public static Contribution of(int rateBps) {
        return new Contribution(rateBps, 0);
    }
}
