package io.carat.core.topology;

/** What an activation must not leave behind: it could not be reached under another topology (rule book §9). */
public enum Leftover {
    /** Bets that are AUTHORIZED or PARTIALLY_SETTLED. */
    OPEN_BETS("open bets"),
    /** Withdrawals that are HELD, APPROVED or PAYING. */
    WITHDRAWAL_HOLDS("withdrawal holds"),
    /** Buckets that hold anything, available or held. */
    BALANCES("buckets that are not empty"),
    /** Requirements that are PENDING or ACTIVE. */
    REQUIREMENTS("open requirements"),
    /** Debts of players. */
    RECEIVABLES("open receivables"),
    /** Coupon grants of which something remains or is reserved: a grant is of the topology that it was made under. */
    COUPON_GRANTS("coupon grants that are not used up"),
    /** Games of a product that the new topology does not serve. */
    GAMES("games of a product that it does not serve");

    private final String words;

    Leftover(String words) {
        this.words = words;
    }

    /** What it is, for people: after a number. */
    public String words() {
        return words;
    }
}
