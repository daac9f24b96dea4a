package io.carat.core.review;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Scope;
import java.util.Optional;

/**
 * Say that an item was looked at.
 *
 * @param scope what the caller may reach
 * @param audit who has looked, and what came of it
 */
public record CloseReview(Scope scope, String reviewId, AuditNote audit) {

    private static final String KIND = "review";

    /** The id of the item that is caused by something of a brand. */
    public static String reviewId(String brandId, String cause) {
        return DerivedId.of(brandId, KIND, cause);
    }

    /** The brand that the item belongs to; empty when the id is none of an item. */
    Optional<String> brandId() {
        return DerivedId.brandOf(KIND, reviewId);
    }
}
