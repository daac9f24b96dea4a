package io.carat.core.catalogue;

import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a brand's own state refuses of new business; results of accepted bets are always taken (rule book §9). */
public final class BrandRefusals {

    private BrandRefusals() {}

    /** What stands against a bet. */
    public static Optional<Rejection> bet(Brand brand, Money stake) {
        return suspended(brand).or(() -> above("stake", brand, stake, BrandLimits::stakeMinor));
    }

    /** What stands against a deposit. */
    public static Optional<Rejection> deposit(Brand brand, Money amount) {
        return suspended(brand).or(() -> above("deposit", brand, amount, BrandLimits::depositMinor));
    }

    /** What stands against a transfer. */
    public static Optional<Rejection> transfer(Brand brand) {
        return suspended(brand);
    }

    /** What stands against anything new, and against jobs that change amounts. */
    public static Optional<Rejection> suspended(Brand brand) {
        return brand.suspended()
                ? Optional.of(Rejection.of(
                        RejectionCode.MAINTENANCE,
                        "Brand " + brand.brandId() + " takes no new bets, deposits and transfers now."))
                : Optional.empty();
    }

    private static Optional<Rejection> above(
            String what, Brand brand, Money amount, Function<BrandLimits, @Nullable Long> kind) {
        for (BrandLimits limits : brand.limits()) {
            Long max = kind.apply(limits);
            if (limits.currency().equals(amount.currency()) && max != null && amount.amountMinor() > max) {
                return Optional.of(Rejection.of(
                        RejectionCode.LIMIT_EXCEEDED,
                        "The brand's limit of the " + what + " is " + max + ", not " + amount.amountMinor() + "."));
            }
        }
        return Optional.empty();
    }
}
