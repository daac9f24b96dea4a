package io.carat.ops.crash;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** What is killed in which round. */
@FunctionalInterface
interface CrashPlan {

    /** The application in odd rounds, PostgreSQL in even ones. */
    CrashPlan BY_TURNS = (round, site, chance) -> {
        Duration away = Duration.ofMillis(chance.nextLong(Strike.Postgres.LONGEST_AWAY_MILLIS));
        return round % 2 == 1 ? new Strike.Application() : new Strike.Postgres(away);
    };

    /** One of several nodes, for good. */
    CrashPlan TAKEOVER = (round, site, chance) -> new Strike.Node();

    /** The round's strike; rounds count from 1. */
    Strike strike(int round, CrashSite site, RandomGenerator chance);
}
