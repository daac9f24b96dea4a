package io.carat.core.player;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The highest amount that is allowed, in minor units; null is no limit. A stricter one holds at once, a looser one may hold
 * only later.
 *
 * @param maxMinor what holds until {@code laterFrom}, or for good
 * @param laterMinor what holds from then on
 * @param laterFrom null where nothing is to change
 */
public record Limit(
        @Nullable Long maxMinor,
        @Nullable Long laterMinor,
        @Nullable Instant laterFrom) {

    /** No limit. */
    public static final Limit NONE = of(null);

    /** A limit that holds at once. */
    public static Limit of(@Nullable Long maxMinor) {
        return new Limit(maxMinor, null, null);
    }

    /** What holds at a time. */
    public @Nullable Long at(Instant now) {
        return laterFrom == null || isPending(now) ? maxMinor : laterMinor;
    }

    /** Whether a change is still to come. */
    public boolean isPending(Instant now) {
        return laterFrom != null && now.isBefore(laterFrom);
    }

    /** Whether an amount is above what holds. */
    public boolean isExceededBy(long amountMinor, Instant now) {
        Long max = at(now);
        return max != null && amountMinor > max;
    }

    /** The same limit without a change that has taken place. */
    public Limit settled(Instant now) {
        return isPending(now) ? this : of(at(now));
    }

    /**
     * The limit after a wish: at once where that is stricter or as strict, else after the cooling-off. A wish that is already
     * waited for keeps its time; any other wish takes its place.
     */
    public Limit to(@Nullable Long wantedMinor, Instant now, Duration coolingOff) {
        Limit current = settled(now);
        if (coolingOff.isZero() || !isLooser(wantedMinor, current.maxMinor)) {
            return of(wantedMinor);
        }
        boolean waitedFor = current.isPending(now) && Objects.equals(current.laterMinor, wantedMinor);
        return waitedFor ? current : new Limit(current.maxMinor, wantedMinor, now.plus(coolingOff));
    }

    private static boolean isLooser(@Nullable Long wanted, @Nullable Long current) {
        return current != null && (wanted == null || wanted > current);
    }
}
