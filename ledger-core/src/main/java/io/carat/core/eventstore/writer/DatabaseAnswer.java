package io.carat.core.eventstore.writer;

import java.sql.SQLException;

/** What a failure says about the transaction it ended. */
final class DatabaseAnswer {

    private static final String UNIQUE_VIOLATION = "23505";

    private DatabaseAnswer() {}

    /** The rows are somebody else's already. */
    static boolean isTaken(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState());
    }

    /** The rows are to blame (SQLState classes 22 and 23), so only the append that they belong to should suffer. */
    static boolean isAboutRows(SQLException e) {
        return isOfClass(e, "22") || isOfClass(e, "23");
    }

    /**
     * Whether the transaction may have been committed in spite of it: unless the database itself has said that it
     * failed. Connections lost (08), servers stopped (57) and anything without a code say nothing.
     */
    static boolean leavesOutcomeUnknown(SQLException e) {
        return e.getSQLState() == null || isOfClass(e, "08") || isOfClass(e, "57");
    }

    private static boolean isOfClass(SQLException e, String sqlStateClass) {
        return e.getSQLState() != null && e.getSQLState().startsWith(sqlStateClass);
    }
}
