package io.carat.core.postgres;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as PostgreSQL's binary timestamptz: microseconds since 2000-01-01T00:00:00Z. */
public final class PostgresTime {

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private PostgresTime() {}

    /** The instant's microseconds since 2000, rounded towards it. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(EPOCH, instant);
    }

    /** The instant of these microseconds since 2000. */
    public static Instant instant(long micros) {
        return EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
