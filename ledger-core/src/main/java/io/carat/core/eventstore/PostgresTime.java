package io.carat.core.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as PostgreSQL's binary timestamptz: microseconds since 2000-01-01T00:00:00Z. */
final class PostgresTime {

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private PostgresTime() {}

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(EPOCH, instant);
    }

    static Instant instant(long micros) {
        return EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
