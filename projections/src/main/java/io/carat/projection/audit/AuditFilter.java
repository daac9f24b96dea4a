package io.carat.projection.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null leaves a bound out.
 *
 * @param brandId only decisions about this brand or its players; null also gives those about the whole platform
 * @param subject only those about this stream
 * @param actor only those of this actor
 */
public record AuditFilter(
        @Nullable String brandId,
        @Nullable String subject,
        @Nullable String actor) {}
