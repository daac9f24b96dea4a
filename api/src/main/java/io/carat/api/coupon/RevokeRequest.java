package io.carat.api.coupon;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body of a revocation. */
record RevokeRequest(
        @Schema(description = "why; it is kept in the audit log", example = "granted by mistake")
        String reason) {}
