package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Rolling;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What has to be wagered before a bucket's money is free (§4). */
final class Need {

    static final Comparator<Need> ORDER =
            Comparator.<Need>comparingInt(need -> need.correction ? 0 : 1).thenComparingLong(need -> need.sequence);

    final boolean correction;
    final long sequence;
    final Rolling rolling;
    final @Nullable Bonus bonus;
    long base;
    long progress;

    Need(boolean correction, long sequence, long base, Rolling rolling, @Nullable Bonus bonus) {
        this.correction = correction;
        this.sequence = sequence;
        this.base = base;
        this.rolling = rolling;
        this.bonus = bonus;
    }

    long required() {
        return Shares.ceil(base, rolling.multiplier());
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
