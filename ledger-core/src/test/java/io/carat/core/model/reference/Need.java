package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Rolling;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What has to be wagered before a bucket's money is free (§4). */
final class Need {

    /** What it is for: a correction comes first, the others in the order of their numbers. */
    enum Kind {
        CORRECTION,
        CREDIT,
        TO_NORMAL,
        BONUS
    }

    /** Priority, then sequence, then id; ids are the ledger's, as nothing else orders a need that came back by transfers. */
    static final Comparator<Need> ORDER = Comparator.<Need>comparingInt(need -> need.isCorrection() ? 0 : 1)
            .thenComparingLong(need -> need.sequence)
            .thenComparing(need -> need.id);

    final Kind kind;
    final long sequence;
    final Rolling rolling;
    final @Nullable Bonus bonus;
    final @Nullable Need parent;
    long base;
    long progress;
    /** Of the progress, what NORMAL legs made of a need of a deposit and its bonus. */
    long ofNormal;
    /** The bonus that stands in for it: it covers, but nothing counts to it and it does not move. */
    @Nullable
    Bonus suspendedBy;
    /** The deposit's need that took over what NORMAL legs made of this one. */
    @Nullable
    Need heir;
    /** What went elsewhere by transfers. */
    long moved;
    /** What was wagered beyond what a correction left of it: that released nothing (ADR 0013). */
    long surplus;
    /** Whether all that was left of it went elsewhere: it released nothing. */
    boolean isMovedAway;
    /** The number of the request that credited it. */
    int born;

    String id = "";

    Need(Kind kind, long sequence, long base, Rolling rolling, @Nullable Bonus bonus) {
        this(kind, sequence, base, rolling, bonus, null);
    }

    private Need(Kind kind, long sequence, long base, Rolling rolling, @Nullable Bonus bonus, @Nullable Need parent) {
        this.kind = kind;
        this.sequence = sequence;
        this.base = base;
        this.rolling = rolling;
        this.bonus = bonus;
        this.parent = parent;
    }

    /** Takes a part of what is left elsewhere, at the rates that hold there. */
    Need move(long part, Rolling there) {
        moved = Math.addExact(moved, part);
        return new Need(kind, sequence, part, new Rolling(10_000, there.rates()), null, this);
    }

    boolean isCorrection() {
        return kind == Kind.CORRECTION;
    }

    long required() {
        return Shares.ceil(base, rolling.multiplier()) - moved;
    }

    long remaining() {
        return required() - progress;
    }

    boolean isMet() {
        return remaining() <= 0;
    }

    int rate(String product, @Nullable Integer odds) {
        Rules.Rate rate = rolling.rates().get(product);
        if (rate == null || (rate.minOdds() > 0 && (odds == null || odds < rate.minOdds()))) {
            return 0;
        }
        return rate.bps();
    }
}
