package io.carat.api.scenario;

/** A third topology, SPORTS / CASINO / POKER, put in force on a fresh server through the admin calls alone. */
final class PokerTopology {

    static final String CODE = "THREE_WAY_V1";

    static final String CONTENT = """
        {"buckets": [
           {"code": "SPORTS_NORMAL", "role": "NORMAL"}, {"code": "SPORTS_BONUS", "role": "BONUS"},
           {"code": "CASINO_NORMAL", "role": "NORMAL"}, {"code": "CASINO_BONUS", "role": "BONUS"},
           {"code": "POKER_NORMAL", "role": "NORMAL"}, {"code": "POKER_BONUS", "role": "BONUS"},
           {"code": "WITHDRAWABLE", "role": "WITHDRAWABLE"}, {"code": "POINTS", "role": "POINTS"}],
         "routes": [
           {"product": "SPORTS", "normalBucket": "SPORTS_NORMAL", "bonusBucket": "SPORTS_BONUS", "policyCode": "SPORTS"},
           {"product": "LIVE", "normalBucket": "CASINO_NORMAL", "bonusBucket": "CASINO_BONUS", "policyCode": "CASINO"},
           {"product": "SLOTS", "normalBucket": "CASINO_NORMAL", "bonusBucket": "CASINO_BONUS", "policyCode": "CASINO"},
           {"product": "POKER", "normalBucket": "POKER_NORMAL", "bonusBucket": "POKER_BONUS", "policyCode": "POKER"}]}\
        """;

    private PokerTopology() {}

    /** The whole of it: topology, policies, activation, a game. */
    static void on(RunningServer server) {
        Staff staff = Staff.of(server);
        staff.topology(CODE, CONTENT);
        policies(staff);
        staff.activateTopology(CODE, 1).ok();
        staff.game("generic", "poker-1", "POKER").ok();
    }

    /** SPORTS and CASINO that say how poker counts, and a policy of its own for poker. */
    static void policies(Staff staff) {
        staff.policy("SPORTS", Staff.counting(staff.rules("SPORTS", 1), "POKER"));
        staff.policy("CASINO", Staff.counting(staff.rules("CASINO", 1), "POKER"));
        staff.policy("POKER", Staff.counting(staff.rules("CASINO", 1), "POKER"));
    }
}
