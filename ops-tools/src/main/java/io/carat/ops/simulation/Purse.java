package io.carat.ops.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a player knows about his money without asking the server. A side is the part of the wallet that serves some
 * products; it is named by its NORMAL bucket. Amounts in minor units.
 *
 * <p>{@code certain} is what a bet on a side can surely be funded with. Sweeps do not change it: money swept from a side
 * is WITHDRAWABLE, which funds that side's bets as a last resort.
 */
final class Purse {

    /** The most that a completed bonus loses: its low-balance residue (rule book §4). */
    private static final long RESIDUE = 500;

    private final Map<String, Long> certain = new HashMap<>();
    private final Set<String> grantedSides = new HashSet<>();
    private long received;
    private long total;

    long certain(String side) {
        return certain.getOrDefault(side, 0L);
    }

    /** More than can be there: everything that ever came in. */
    long received() {
        return received;
    }

    /** The sum of all available and held amounts, if no bonus lost its residue. */
    long total() {
        return total;
    }

    /** The least that the sum of all available and held amounts can be. */
    long leastTotal() {
        return total - RESIDUE * grantedSides.size();
    }

    boolean hasBonus(String side) {
        return grantedSides.contains(side);
    }

    void credited(String side, long amount) {
        change(side, amount);
        received += amount;
        total += amount;
    }

    void granted(String side, long amount) {
        grantedSides.add(side);
        credited(side, amount);
        change(side, -RESIDUE);
    }

    void staked(String side, long stake) {
        change(side, -stake);
    }

    void refunded(String side, long stake) {
        change(side, stake);
        received += stake;
    }

    /** The house took what was still held. */
    void taken(long openStake) {
        total -= openStake;
    }

    /** A hold on WITHDRAWABLE may come out of any side's money. */
    void withdrawalHeld(long amount) {
        certain.replaceAll((side, before) -> before - amount);
    }

    void withdrawalReleased(long amount) {
        certain.replaceAll((side, before) -> before + amount);
    }

    void withdrawalPaid(long amount) {
        total -= amount;
    }

    private void change(String side, long amount) {
        certain.merge(side, amount, Math::addExact);
    }
}
