package io.carat.api.points;

import io.carat.api.http.InvalidRequestException;
import io.carat.core.coupon.Expiry;
import org.jspecify.annotations.Nullable;

/** When points expire: a time, or a date alone for the end of that day in the brand's zone. */
final class ExpiryField {

    static final String DESCRIPTION = "RFC 3339, or a date alone: the end of that day in the brand's zone";

    private ExpiryField() {}

    /** Null stays null: never. */
    static @Nullable Expiry optional(@Nullable String text) {
        return text == null ? null : required(text);
    }

    static Expiry required(@Nullable String text) {
        if (text == null) {
            throw new InvalidRequestException("expiresAt", "is missing");
        }
        return Expiry.parse(text)
                .orElseThrow(() -> new InvalidRequestException(
                        "expiresAt", "must be a time such as 2030-12-31T00:00:00Z or a date such as 2030-12-31"));
    }
}
