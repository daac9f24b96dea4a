package io.carat.core.model.reference;

import org.jspecify.annotations.Nullable;

/** Whom a request comes from: one that is bound to a brand or provider reaches nothing else. */
public record Caller(@Nullable String brand, @Nullable String provider) {

    /** Reaches everything. */
    public static final Caller ANYBODY = new Caller(null, null);

    boolean reaches(String ofBrand) {
        return brand == null || brand.equals(ofBrand);
    }

    boolean reaches(BetRef bet) {
        return reaches(bet.brand()) && (provider == null || provider.equals(bet.provider()));
    }
}
