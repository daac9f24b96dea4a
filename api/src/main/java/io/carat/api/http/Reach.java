package io.carat.api.http;

import io.carat.api.security.Caller;
import io.carat.api.security.Role;
import io.carat.core.decision.Scope;
import java.util.Set;

/** What a caller may reach, checked where a request names it. */
public final class Reach {

    private Reach() {}

    /** Refuses a brand that the caller's token is not for. */
    public static void requireBrand(Caller caller, String brandId) {
        if (!caller.mayActFor(brandId)) {
            throw new ForbiddenException("This token does not act for brand " + brandId + ".");
        }
    }

    /** Refuses a caller who is bound to a brand what concerns every brand: providers, games, policies. */
    public static void requireEveryBrand(Caller caller) {
        if (caller.brandId() != null) {
            throw new ForbiddenException(
                    "This concerns every brand, and this token acts for brand " + caller.brandId() + " alone.");
        }
    }

    /** Refuses a brand or provider that the caller's token is not for. */
    public static void requireProvider(Caller caller, String brandId, String providerId) {
        requireBrand(caller, brandId);
        if (!caller.mayActForProvider(providerId)) {
            throw new ForbiddenException("This token does not act for provider " + providerId + ".");
        }
    }

    /** The same bounds, for decisions that find the brand and the provider themselves. */
    public static Scope scope(Caller caller) {
        return new Scope(caller.brandId(), caller.role() == Role.PROVIDER ? caller.providerIds() : Set.of());
    }
}
