package io.carat.api.control;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why something is decided. */
record ControlReason(
        @Schema(description = "kept in the audit log", example = "chargeback, case 17")
        String reason) {}
