package io.carat.ops.verify;

/** Hears from time to time how far a check has come. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = events -> {};

    /** So many events have been checked. */
    void checked(long events);
}
