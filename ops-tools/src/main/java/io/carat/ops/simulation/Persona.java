package io.carat.ops.simulation;

/** The kinds of player: what they like to play, and for how much. Amounts in minor units. */
enum Persona {
    /** Several sports bets at a time, settled later. */
    SPORTS_BETTOR("SPORTS", "SLOTS", 1_000, 20_000, 20_000, 100_000, 3),
    /** Many small spins. */
    SLOTS_GRINDER("SLOTS", "LIVE", 100, 1_000, 10_000, 30_000, 1),
    /** Few, large stakes at a table. */
    LIVE_HIGH_ROLLER("LIVE", "SPORTS", 50_000, 300_000, 500_000, 2_000_000, 1);

    private static final int SPORTS_BETTORS_PERMILLE = 500;
    private static final int HIGH_ROLLERS_PERMILLE = 300;
    private static final int FAVOURITE_PERMILLE = 850;
    private static final long NOTE = 1_000;

    private final String favourite;
    private final String other;
    private final long lowestStake;
    private final long highestStake;
    private final long lowestDeposit;
    private final long highestDeposit;
    private final int openBets;

    Persona(
            String favourite,
            String other,
            long lowestStake,
            long highestStake,
            long lowestDeposit,
            long highestDeposit,
            int openBets) {
        this.favourite = favourite;
        this.other = other;
        this.lowestStake = lowestStake;
        this.highestStake = highestStake;
        this.lowestDeposit = lowestDeposit;
        this.highestDeposit = highestDeposit;
        this.openBets = openBets;
    }

    static Persona of(Dice dice) {
        if (dice.permille(SPORTS_BETTORS_PERMILLE)) {
            return SPORTS_BETTOR;
        }
        return dice.permille(HIGH_ROLLERS_PERMILLE) ? LIVE_HIGH_ROLLER : SLOTS_GRINDER;
    }

    String favourite() {
        return favourite;
    }

    String product(Dice dice) {
        return dice.permille(FAVOURITE_PERMILLE) ? favourite : other;
    }

    long stake(Dice dice) {
        return dice.between(lowestStake, highestStake);
    }

    long deposit(Dice dice) {
        return dice.between(lowestDeposit / NOTE, highestDeposit / NOTE) * NOTE;
    }

    /** How many bets are placed before the first of them is settled. */
    long openBets(Dice dice) {
        return dice.between(1, openBets);
    }
}
