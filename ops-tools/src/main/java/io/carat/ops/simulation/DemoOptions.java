package io.carat.ops.simulation;

import io.carat.ops.client.WalletRef;

/**
 * What a demo run is to be.
 *
 * @param players how many play at the same time
 * @param seconds how long new actions are begun
 * @param rate requests per second, all players together
 * @param seed with the run id it decides what every player asks
 * @param run part of every id, so that two runs do not meet
 * @param runGiven whether the caller chose the run id: it may then repeat an earlier run
 * @param patienceSeconds how long players wait for a server that is away, and ask again under the same key; 0 not at all
 */
public record DemoOptions(
        int players,
        int seconds,
        int rate,
        long seed,
        String run,
        boolean runGiven,
        String brand,
        String currency,
        int patienceSeconds) {

    /** The wallet of a player, counted from 0. */
    public WalletRef wallet(int player) {
        return new WalletRef(brand, "demo-" + seed + "-" + run + "-p" + player, currency);
    }
}
