package io.carat.ops.crash;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a crash run is to be.
 *
 * @param jar the server's jar
 * @param data an existing folder for the database, the nodes' data and the journals
 * @param nodes servers on the one database: 1 for rounds of crash and restart, 2 for one run with a takeover
 * @param rounds how often something is killed; with two nodes one is
 * @param seconds how long players play per round
 * @param players how many play at the same time
 * @param rate requests per second, all players together
 * @param seed decides what players do and when and how long something is dead
 * @param settings of PostgreSQL, over the durable ones
 * @param run part of every id, so that two runs on the same data do not meet
 */
public record CrashOptions(
        Path jar,
        Path data,
        int nodes,
        int rounds,
        int seconds,
        int players,
        int rate,
        long seed,
        Map<String, String> settings,
        String run) {

    public CrashOptions {
        settings = Map.copyOf(settings);
    }
}
