package io.carat.ops.simulation;

/** How a bet goes on after it was authorized. */
enum Ending {
    LOSS,
    WIN,
    PUSH,
    SEVERAL_WINS,
    ROLLBACK,
    VOID,
    HALF_VOID,
    LATE_ROLLBACK;

    private static final int SEVERAL_WINS_PERMILLE = 80;
    private static final int PUSH_PERMILLE = 40;
    private static final int ROLLBACK_PERMILLE = 25;
    private static final int VOID_PERMILLE = 15;
    private static final int HALF_VOID_PERMILLE = 10;
    private static final int LATE_ROLLBACK_PERMILLE = 10;
    private static final int WIN_PERMILLE = 420;

    static Ending of(Dice dice) {
        long throwOfThousand = dice.between(0, 999);
        int[] chances = {
            SEVERAL_WINS_PERMILLE,
            PUSH_PERMILLE,
            ROLLBACK_PERMILLE,
            VOID_PERMILLE,
            HALF_VOID_PERMILLE,
            LATE_ROLLBACK_PERMILLE,
            WIN_PERMILLE
        };
        Ending[] endings = {SEVERAL_WINS, PUSH, ROLLBACK, VOID, HALF_VOID, LATE_ROLLBACK, WIN};
        for (int i = 0; i < chances.length; i++) {
            throwOfThousand -= chances[i];
            if (throwOfThousand < 0) {
                return endings[i];
            }
        }
        return LOSS;
    }
}
