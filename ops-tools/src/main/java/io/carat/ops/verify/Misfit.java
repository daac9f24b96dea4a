package io.carat.ops.verify;

/** What the walk through the log came to first that cannot be, before anybody has looked for the reason. */
sealed interface Misfit {

    /** Positions without events. */
    record Gap(long first, long last) implements Misfit {}

    /** A position that is not behind the one before. */
    record Stray(EventPlace place) implements Misfit {}

    /** An event whose bytes and hash do not fit. */
    record Content(EventPlace place) implements Misfit {}

    /** An event that is not where it can be. */
    record Order(EventPlace place, Finding.Kind kind, String problem) implements Misfit {}

    /** A log hash that is not the one that is known. */
    record OtherHash(Checkpoint expected) implements Misfit {}

    /** A log that ends before a position that it is known to have reached. */
    record TooShort(long lastPosition, Checkpoint reached) implements Misfit {}

    /** A log that goes on behind its end. */
    record TooLong(long end) implements Misfit {}
}
