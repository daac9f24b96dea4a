package io.carat.ops.bench.contestant;

/** Who can be compared. */
public enum ContestantKind {
    /** Carat's command bus, handlers, aggregates and event store, in process. */
    ENGINE,
    /** The same, all bets being one player's. */
    ENGINE_HOT,
    /** The same handlers on Axon's stock JDBC engine. */
    STOCK,
    /** A transfer written by hand in SQL. */
    SQL,
    /** The same, every transfer touching one account. */
    SQL_HOT,
    /** Rows of events appended in batches, without any logic. */
    RAW,
    /** The whole server over HTTP. */
    HTTP;

    /** Whether it has players who bet. */
    public boolean takesBets() {
        return this == ENGINE || this == ENGINE_HOT || this == STOCK || this == HTTP;
    }
}
