package io.carat.core.eventstore;

/** What every connection of the event store's pool is set to when it is opened. */
public final class EventStoreSession {

    /**
     * The statements. A frozen node must not keep the lock of the log from the others, and nobody waits for it without
     * end. The store asks for single rows by key only: the plans that the planner would prefer while a table is small, and
     * would then keep while it grows, are switched off.
     */
    public static final String INIT_SQL = """
        SET idle_in_transaction_session_timeout = '5s';
        SET lock_timeout = '10s';
        SET enable_seqscan = off;
        SET enable_hashjoin = off;
        SET enable_mergejoin = off;
        SET jit = off\
        """;

    /** How long an answer of the database is waited for, in seconds: the driver's property {@code socketTimeout}. */
    public static final int SOCKET_TIMEOUT_SECONDS = 30;

    private EventStoreSession() {}
}
